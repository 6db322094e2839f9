// expect: stdb: the name of a field consists of letters, digits and _ and does not begin with a digit
// broken: 2
#include "module.hpp"

struct Settings {
  std::string KEY;
};
#if STDB_BROKEN == 1
template <>
inline constexpr std::string_view stdb::wire_member_name<&Settings::KEY> = "THE KEY";
#elif STDB_BROKEN == 2
template <>
inline constexpr std::string_view stdb::wire_member_name<&Settings::KEY> = "1ST_KEY";
#else
template <>
inline constexpr std::string_view stdb::wire_member_name<&Settings::KEY> = "THE_KEY";
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::environment<Settings>>;
