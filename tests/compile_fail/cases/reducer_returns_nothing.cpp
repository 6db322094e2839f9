// expect: stdb: a reducer has the function stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const
#include "module.hpp"

#ifdef STDB_BROKEN
struct reducer_under_test {
  void operator()(stdb::ReducerContext&) const {}
};
#else
struct reducer_under_test {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<reducer_under_test>>;
