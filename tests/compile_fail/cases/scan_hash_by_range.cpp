// expect: stdb: a hash index finds values, not ranges: declare a btree for them
// broken: 2
#include "module.hpp"

struct Row {
  std::uint8_t level = 0;
  std::string name;
  stdb::Identity who;
};
inline constexpr stdb::table<Row, "row", stdb::btree<"by_all", &Row::level, &Row::name, &Row::who>,
                             stdb::hash<"hashed", &Row::name, &Row::who>, stdb::unique<&Row::name>>
    row;
constexpr auto by_all(const auto& ctx) {
  return ctx.db[row].by(stdb::col<&Row::level>, stdb::col<&Row::name>, stdb::col<&Row::who>);
}

#if STDB_BROKEN == 1
void use(stdb::ReducerContext& ctx) {
  ctx.db[row].by(stdb::col<&Row::name>, stdb::col<&Row::who>).filter("Ann", stdb::at_least(stdb::Identity()));
}
#elif STDB_BROKEN == 2
void use(stdb::ReducerContext& ctx) {
  ctx.db[row].by(stdb::col<&Row::name>, stdb::col<&Row::who>).filter(stdb::at_least("Ann"));
}
#else
void use(stdb::ReducerContext& ctx) {
  ctx.db[row].by(stdb::col<&Row::name>, stdb::col<&Row::who>).filter("Ann", stdb::Identity());
}
#endif
