// expect: stdb: this type has no plain name
#include "module.hpp"

#ifdef STDB_BROKEN
template <class T>
struct PairOf {
  T first;
  T second;
};
using Pair = PairOf<int>;
#else
struct Pair {
  int first;
  int second;
};
#endif

struct Row {
  Pair pair;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
