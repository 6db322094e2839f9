// expect: stdb: a reducer has the function stdb::ReducerResult operator()(stdb::ReducerContext& ctx) const
// broken: 3
#include "module.hpp"

struct wave {
  void operator()(stdb::ProcedureContext&) const {}
};

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_init<wave>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_connect<wave>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_disconnect<wave>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::procedures<wave>>;
#endif
