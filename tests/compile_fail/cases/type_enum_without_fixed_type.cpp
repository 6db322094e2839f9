// expect: stdb: this enum has no fixed type: write `enum class`, or `enum Color : std::uint8_t`
#include "module.hpp"

#ifdef STDB_BROKEN
enum Color { red, green };
#else
enum Color : std::uint8_t { red, green };
#endif
struct Row {
  Color color;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
