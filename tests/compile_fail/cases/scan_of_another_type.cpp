// expect: stdb: a value is not of the type of the index's column in its place
// broken: 9
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
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter("Ann"); }
#elif STDB_BROKEN == 2
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter(5, 5); }
#elif STDB_BROKEN == 3
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter(5, "Ann", 5); }
#elif STDB_BROKEN == 4
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter(5.5); }
#elif STDB_BROKEN == 5
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter(true); }
#elif STDB_BROKEN == 6
void use(stdb::ReducerContext& ctx) { by_all(ctx).erase(5, stdb::Identity()); }
#elif STDB_BROKEN == 7
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter(stdb::between("a", "b")); }
#elif STDB_BROKEN == 8
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter(5, stdb::at_least(5)); }
#elif STDB_BROKEN == 9
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.db[row].by(stdb::col<&Row::name>).find(5)); }
#else
void use(stdb::ReducerContext& ctx) {
  by_all(ctx).filter(5, "Ann", stdb::Identity());
  static_cast<void>(ctx.db[row].by(stdb::col<&Row::name>).find("Ann"));
}
#endif
