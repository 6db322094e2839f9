// expect: stdb: two enumerators of one enum have the same name on the wire: change a stdb::wire_member_name
#include "module.hpp"

enum class Color : std::uint8_t { red, delete_ };
#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_member_name<Color::delete_> = "red";
#else
template <>
inline constexpr std::string_view stdb::wire_member_name<Color::delete_> = "delete";
#endif
struct Row {
  Color color;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
