// expect: stdb: a variable of the environment is a std::string, an enum, or a std::optional of these
// broken: 3
#include "module.hpp"

enum class Level : std::uint8_t { low, high };
struct Settings {
  std::string KEY;
  std::optional<Level> LEVEL;
#if STDB_BROKEN == 1
  std::uint32_t NUMBER = 0;
#elif STDB_BROKEN == 2
  std::vector<std::string> LIST;
#elif STDB_BROKEN == 3
  std::optional<bool> FLAG;
#endif
};

constexpr const stdb::Module& module_under_test = stdb::define<stdb::environment<Settings>>;
