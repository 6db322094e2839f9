// expect: stdb: servers before 2.2 cannot be asked for a range of this column
// target: 10000
#include "module.hpp"

inline constexpr stdb::table<Person, "people", stdb::btree<"by_both", &Person::name, &Person::age>> people;
constexpr auto by_both(const auto& ctx) { return ctx.db[people].by(stdb::col<&Person::name>, stdb::col<&Person::age>); }

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx) { by_both(ctx).filter(stdb::at_least("Ann")); }
#else
void use(stdb::ReducerContext& ctx) { by_both(ctx).filter("Ann", stdb::at_least(5)); }
#endif
