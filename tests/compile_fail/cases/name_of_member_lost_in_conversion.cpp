// expect: stdb: case_conversion makes of a field's or enumerator's name one that is empty or begins with a digit
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
enum class Place : std::uint8_t { _1, _2 };
#else
enum class Place : std::uint8_t { first, second };
#endif
struct Row {
#if STDB_BROKEN == 2
  std::uint64_t _1 = 0;
#else
  std::uint64_t first = 0;
#endif
  Place place = Place{};
};
inline constexpr stdb::table<Row, "row"> table_under_test;

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
