// expect: stdb: a direct index is over an unsigned integer of up to 64 bits or a plain enum
// broken: 3
#include "module.hpp"

enum class Color : std::uint8_t { red, green };
struct Row {
  std::string text;
  std::int32_t below_zero = 0;
  stdb::u128 wide = 0;
  std::uint32_t number = 0;
  Color color = Color::red;
};

#if STDB_BROKEN == 1
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::text>, stdb::direct<&Row::text>> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::below_zero>, stdb::direct<&Row::below_zero>>
    table_under_test;
#elif STDB_BROKEN == 3
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::wide>, stdb::direct<&Row::wide>> table_under_test;
#else
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::number>, stdb::direct<&Row::number>,
                             stdb::unique<&Row::color>, stdb::direct<&Row::color>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
