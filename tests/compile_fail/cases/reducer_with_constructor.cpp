// expect: stdb: a reducer is an aggregate struct whose fields are its arguments
#include "module.hpp"

#ifdef STDB_BROKEN
struct reducer_under_test {
  explicit reducer_under_test(int) {}
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#else
struct reducer_under_test {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<reducer_under_test>>;
