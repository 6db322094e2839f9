// expect: stdb: a reducer is listed twice: one of on_init<...>
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>, stdb::on_init<greet>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet, greet>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_init<greet>, stdb::on_connect<greet>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::on_init<greet>>;
#endif
