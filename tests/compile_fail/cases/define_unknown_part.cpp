// expect: stdb: define<...> takes tables<...>, reducers<...>, on_init<...>, on_connect<...> and on_disconnect<...>
#include "module.hpp"

#ifdef STDB_BROKEN
using Part = greet;
#else
using Part = stdb::reducers<greet>;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<Part>;
