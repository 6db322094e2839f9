// expect: stdb: a table's row is an aggregate struct: only public members, no constructors, no base class
#include "module.hpp"

#ifdef STDB_BROKEN
struct Row {
  Row() = default;
  Row(int at) : x(at) {}
  int x = 0;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
#else
struct Row {
  int x = 0;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
