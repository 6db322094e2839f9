// expect: stdb: a pointer or reference has no encoding: hold the value itself
#include "module.hpp"

#ifdef STDB_BROKEN
struct Row {
  int* x;
};
#else
struct Row {
  int x;
};
#endif

inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
