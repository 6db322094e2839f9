// expect: stdb: two fields of one struct have the same name on the wire
#include "module.hpp"

// Values are texts, not names.
enum class Level : std::uint8_t { low, very_high };
template <>
inline constexpr std::string_view stdb::wire_member_name<Level::very_high> = "very high";

struct Settings {
  std::string KEY;
  std::optional<Level> LEVEL;
};
#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_member_name<&Settings::KEY> = "LEVEL";
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::environment<Settings>>;
