// expect: stdb: nobody can filter by a float: give values for the columns before it
// broken: 2
#include "module.hpp"

inline constexpr stdb::table<Person, "people", stdb::btree<"by_both", &Person::age, &Person::height>> people;
constexpr auto by_both(const auto& ctx) {
  return ctx.db[people].by(stdb::col<&Person::age>, stdb::col<&Person::height>);
}

#if STDB_BROKEN == 1
void use(stdb::ReducerContext& ctx) { by_both(ctx).filter(5, 1.5f); }
#elif STDB_BROKEN == 2
void use(stdb::ReducerContext& ctx) { by_both(ctx).filter(5, stdb::at_least(1.5f)); }
#else
void use(stdb::ReducerContext& ctx) { by_both(ctx).filter(5); }
#endif
