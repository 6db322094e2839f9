// expect: stdb: an event table keeps no rows: a module inserts into it and no more
// broken: 3
#include "module.hpp"

inline constexpr stdb::table<Person, "arrival", stdb::is_event, stdb::btree<&Person::age>> arrival;

#if STDB_BROKEN == 1
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.db[arrival].rows()); }
#elif STDB_BROKEN == 2
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.db[arrival].count()); }
#elif STDB_BROKEN == 3
void use(stdb::ReducerContext& ctx) { ctx.db[arrival].by(stdb::col<&Person::age>); }
#else
void use(stdb::ReducerContext& ctx) {
  ctx.db[arrival].insert({});
  static_cast<void>(ctx.db[arrival].try_insert({}));
}
#endif
