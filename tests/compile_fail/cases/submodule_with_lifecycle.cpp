// expect: stdb: a submodule has no on_init, on_connect or on_disconnect: only the module itself does
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"one", stdb::on_init<greet>>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"one", stdb::on_connect<greet>>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"one", stdb::on_disconnect<greet>>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::submodule<"one", stdb::reducers<greet>>, stdb::on_init<greet>>;
#endif
