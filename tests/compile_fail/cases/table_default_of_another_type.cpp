// expect: stdb: this default_value is not of the column's type or does not fit it
// broken: 15
#include "module.hpp"

enum class Color : std::uint8_t { red, green };
enum class Shade : std::uint8_t { light, dark };
struct Point {
  int x = 0;
  int y = 0;
};
struct Size {
  int width = 0;
  int height = 0;
};
struct Row {
  std::uint8_t number = 0;
  Color color = Color::red;
  std::string text;
  bool is_open = false;
  std::optional<std::uint8_t> maybe;
  std::vector<std::uint8_t> list;
  Point point;
};

#if STDB_BROKEN == 1
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::number, "x">> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::number, 256>> table_under_test;
#elif STDB_BROKEN == 3
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::number, -1>> table_under_test;
#elif STDB_BROKEN == 4
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::number, true>> table_under_test;
#elif STDB_BROKEN == 5
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::number, 1.5>> table_under_test;
#elif STDB_BROKEN == 6
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::number, stdb::none>> table_under_test;
#elif STDB_BROKEN == 7
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::number, stdb::empty>> table_under_test;
#elif STDB_BROKEN == 8
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::color, Shade::dark>> table_under_test;
#elif STDB_BROKEN == 9
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::color, 1>> table_under_test;
#elif STDB_BROKEN == 10
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::text, 5>> table_under_test;
#elif STDB_BROKEN == 11
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::text, stdb::none>> table_under_test;
#elif STDB_BROKEN == 12
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::is_open, 1>> table_under_test;
#elif STDB_BROKEN == 13
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::maybe, 256>> table_under_test;
#elif STDB_BROKEN == 14
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::list, stdb::none>> table_under_test;
#elif STDB_BROKEN == 15
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::point, Size{1, 2}>> table_under_test;
#else
inline constexpr stdb::table<Row, "people", stdb::default_value<&Row::number, 255>,
                             stdb::default_value<&Row::color, Color::green>, stdb::default_value<&Row::text, "x">,
                             stdb::default_value<&Row::is_open, true>, stdb::default_value<&Row::maybe, stdb::none>,
                             stdb::default_value<&Row::list, stdb::empty>,
                             stdb::default_value<&Row::point, Point{1, 2}>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
