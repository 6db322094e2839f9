// expect: stdb: an index is asked for one value at least, or for a range: between(1, 5)
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
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter(); }
#elif STDB_BROKEN == 2
void use(stdb::ReducerContext& ctx) { by_all(ctx).erase(); }
#else
void use(stdb::ReducerContext& ctx) { by_all(ctx).filter(5); }
#endif
