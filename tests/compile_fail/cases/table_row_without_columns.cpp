// expect: stdb: a table's row needs at least one column
#include "module.hpp"

#ifdef STDB_BROKEN
struct Row {};
inline constexpr stdb::table<Row, "row"> table_under_test;
#else
struct Row {
  int x = 0;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
