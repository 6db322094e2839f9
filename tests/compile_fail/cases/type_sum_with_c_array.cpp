// expect: stdb: a case of this Sum is a C array, which has no encoding: write std::array
#include "module.hpp"

struct ShapeCases {
  float circle;
#ifdef STDB_BROKEN
  float box[2];
#else
  std::array<float, 2> box;
#endif
};
struct Shape : stdb::Sum<ShapeCases> {};
struct Row {
  Shape shape;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
