// expect: stdb: a view does not query an event table: its rows are gone at the commit
#include "module.hpp"

inline constexpr stdb::table<Person, "arrival", stdb::is_event, stdb::btree<&Person::age>> arrival;

#ifdef STDB_BROKEN
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.from[arrival]); }
#else
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.from[person]); }
#endif
