// expect: stdb: a view's row has a column arg_hash, which servers add to every view themselves
// broken: 2
#include "module.hpp"

struct Row {
#ifdef STDB_BROKEN
  std::uint32_t arg_hash = 0;
#else
  std::uint32_t argument_hash = 0;
#endif
};
inline constexpr stdb::table<Row, "row", stdb::is_public> kept;

struct all {
#if STDB_BROKEN == 2
  stdb::Query<Row> operator()(const stdb::AnonymousViewContext& ctx) const { return ctx.from[kept]; }
#else
  std::vector<Row> operator()(const stdb::AnonymousViewContext&) const { return {}; }
#endif
};

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<kept>, stdb::views<all>>;
