// expect: stdb: an aggregate with a base class has no encoding: make the base a member
#include "module.hpp"

#ifdef STDB_BROKEN
struct Base {
  int x = 0;
};
struct Row : Base {
  int y = 0;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
#else
struct Base {
  int x = 0;
};
struct Row {
  Base base;
  int y = 0;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
