// expect: stdb: a submodule needs TARGET 2.8 or newer
// target: 10000
#include "module.hpp"

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"one", stdb::reducers<greet>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
#endif
