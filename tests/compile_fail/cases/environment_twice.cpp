// expect: stdb: a module has one environment at most
#include "module.hpp"

struct Settings {
  std::string KEY;
};
struct More {
  std::string OTHER;
};

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test = stdb::define<stdb::environment<Settings>, stdb::environment<More>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::environment<Settings>>;
#endif
