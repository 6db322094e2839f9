// expect: stdb: a reducer has the function stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
struct reducer_under_test {
  std::uint32_t operator()(stdb::ReducerContext&) const { return 1; }
};
#elif STDB_BROKEN == 2
struct reducer_under_test {
  stdb::Outcome<std::uint32_t> operator()(stdb::ReducerContext&) const { return stdb::Ok(1u); }
};
#elif STDB_BROKEN == 3
struct reducer_under_test {
  stdb::Result<void, std::uint32_t> operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#else
struct reducer_under_test {
  stdb::Outcome<> operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<reducer_under_test>>;
