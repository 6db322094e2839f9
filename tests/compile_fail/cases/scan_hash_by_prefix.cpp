// expect: stdb: a hash index finds whole keys: give a value for each of its columns
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

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx) { ctx.db[row].by(stdb::col<&Row::name>, stdb::col<&Row::who>).filter("Ann"); }
#else
void use(stdb::ReducerContext& ctx) {
  ctx.db[row].by(stdb::col<&Row::name>, stdb::col<&Row::who>).filter("Ann", stdb::Identity());
}
#endif
