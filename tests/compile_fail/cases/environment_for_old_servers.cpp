// expect: stdb: environment needs TARGET 2.14 or newer
// target: 10000
#include "module.hpp"

struct Settings {
  std::string KEY;
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::environment<Settings>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
#endif
