// expect: stdb: a union has no encoding: write a stdb::Sum
// broken: 2
#include "module.hpp"

union Either {
  int number;
  float real;
};
struct Cases {
  int number;
  float real;
};
struct Choice : stdb::Sum<Cases> {};

#if STDB_BROKEN == 1
struct Row {
  Either either;
};
#elif STDB_BROKEN == 2
struct Row {
  std::vector<Either> either;
};
#else
struct Row {
  Choice choice;
};
#endif

inline constexpr stdb::table<Row, "row"> table_under_test;

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
