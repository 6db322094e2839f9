// expect: stdb: a C array has no encoding: write std::array or std::vector
#include "module.hpp"

#ifdef STDB_BROKEN
struct Row {
  std::array<std::uint8_t[2], 3> pairs;
};
#else
struct Row {
  std::array<std::array<std::uint8_t, 2>, 3> pairs;
};
#endif

inline constexpr stdb::table<Row, "row"> table_under_test;

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
