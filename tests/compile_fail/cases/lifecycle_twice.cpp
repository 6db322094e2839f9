// expect: stdb: a module has one on_init at most
#include "module.hpp"

#ifdef STDB_BROKEN
using Part = stdb::on_init<greet>;
#else
using Part = stdb::on_connect<greet>;
#endif

struct start {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_init<start>, Part>;
