// expect: stdb: this column cannot be a primary_key or unique
// broken: 8
#include "module.hpp"

struct Point {
  int x = 0;
  int y = 0;
};
struct ShapeCases {
  float circle;
  float square;
};
struct Shape : stdb::Sum<ShapeCases> {};
struct Row {
  float real = 0;
  double real64 = 0;
  Point point;
  Shape shape;
  std::vector<std::uint8_t> list;
  std::optional<std::uint8_t> maybe;
  stdb::ScheduleAt at;
  stdb::TimeDuration lasting;
  bool is_open = false;
  std::string text;
  stdb::Identity who;
  stdb::Timestamp when;
  std::uint64_t id = 0;
};

#if STDB_BROKEN == 1
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::real>> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::real64>> table_under_test;
#elif STDB_BROKEN == 3
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::point>> table_under_test;
#elif STDB_BROKEN == 4
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::shape>> table_under_test;
#elif STDB_BROKEN == 5
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::list>> table_under_test;
#elif STDB_BROKEN == 6
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::maybe>> table_under_test;
#elif STDB_BROKEN == 7
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::at>> table_under_test;
#elif STDB_BROKEN == 8
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::lasting>> table_under_test;
#else
inline constexpr stdb::table<Row, "people", stdb::unique<&Row::is_open>, stdb::unique<&Row::text>,
                             stdb::unique<&Row::who>, stdb::unique<&Row::when>, stdb::unique<&Row::id>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
