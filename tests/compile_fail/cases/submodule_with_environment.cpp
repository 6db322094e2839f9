// expect: stdb: a submodule has no environment: only the module itself does
#include "module.hpp"

struct Settings {
  std::string KEY;
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"one", stdb::environment<Settings>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"one">, stdb::environment<Settings>>;
#endif
