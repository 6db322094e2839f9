// expect: stdb: an event table keeps no rows: a module inserts into it and no more
// broken: 6
#include "module.hpp"

inline constexpr stdb::table<Person, "arrival", stdb::is_event, stdb::btree<&Person::age>> arrival;

#if STDB_BROKEN == 1
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.db[arrival].rows()); }
#elif STDB_BROKEN == 2
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.db[arrival].count()); }
#elif STDB_BROKEN == 3
void use(stdb::ReducerContext& ctx) { ctx.db[arrival].by(stdb::col<&Person::age>); }
#elif STDB_BROKEN == 4
std::uint64_t use(stdb::ReducerContext& ctx) {
  std::uint64_t sum = 0;
  for (const Person& one : ctx.db[arrival].rows()) sum += one.id;
  return sum;
}
#elif STDB_BROKEN == 5
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.db[arrival].by(stdb::col<&Person::age>).find(5)); }
#elif STDB_BROKEN == 6
void use(stdb::ReducerContext& ctx) { ctx.db[arrival].erase({}); }
#else
void use(stdb::ReducerContext& ctx) {
  ctx.db[arrival].insert({});
  static_cast<void>(ctx.db[arrival].try_insert({}));
}
#endif
