// expect: stdb: two submodules have the same name
#include "module.hpp"

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::submodule<"one", stdb::reducers<greet>>, stdb::submodule<"one">>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::submodule<"one", stdb::reducers<greet>>, stdb::submodule<"two">>;
#endif
