// expect: stdb: define<...> takes tables<...>, reducers<...>, on_init<...>, on_connect<...>, on_disconnect<...>
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<greet>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<int>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
#endif
