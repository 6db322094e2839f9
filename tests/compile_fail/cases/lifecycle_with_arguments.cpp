// expect: stdb: a lifecycle reducer takes no arguments: its struct has no fields
#include "module.hpp"

#ifdef STDB_BROKEN
struct reducer_under_test {
  int x = 0;
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#else
struct reducer_under_test {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_init<reducer_under_test>>;
