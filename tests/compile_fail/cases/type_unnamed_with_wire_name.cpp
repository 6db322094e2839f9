// expect: stdb: this type has no plain name
#include "module.hpp"

template <class T>
struct PairOf {
  T first;
  T second;
};
#ifndef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_name<PairOf<int>> = "PairOfInt";
#endif
struct Row {
  PairOf<int> pair;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
