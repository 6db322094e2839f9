// expect: stdb: an event table has no rows that could be read: they are gone at the commit
#include "module.hpp"

inline constexpr stdb::table<Person, "arrival", stdb::is_event, stdb::btree<&Person::age>> arrival;

#ifdef STDB_BROKEN
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[arrival]); }
#else
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[person]); }
#endif
