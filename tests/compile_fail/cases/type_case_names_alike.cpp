// expect: stdb: two fields of one struct have the same name on the wire: change a stdb::wire_member_name
#include "module.hpp"

struct ShapeCases {
  float circle;
  float ring;
};
#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_member_name<&ShapeCases::ring> = "circle";
#else
template <>
inline constexpr std::string_view stdb::wire_member_name<&ShapeCases::ring> = "Ring";
#endif
struct Shape : stdb::Sum<ShapeCases> {};
struct Row {
  Shape shape;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
