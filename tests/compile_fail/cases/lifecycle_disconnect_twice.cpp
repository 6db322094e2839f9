// expect: stdb: a module has one on_disconnect at most
#include "module.hpp"

struct start {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_disconnect<start>, stdb::on_disconnect<greet>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_disconnect<start>, stdb::on_init<greet>>;
#endif
