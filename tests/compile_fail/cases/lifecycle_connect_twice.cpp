// expect: stdb: a module has one on_connect at most
#include "module.hpp"

struct start {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_connect<start>, stdb::on_connect<greet>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_connect<start>, stdb::on_init<greet>>;
#endif
