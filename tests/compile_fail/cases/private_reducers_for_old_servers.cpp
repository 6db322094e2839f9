// expect: stdb: private_reducers needs TARGET 2.0 or newer
// target: 10000
#include "module.hpp"

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::private_reducers<greet>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
#endif
