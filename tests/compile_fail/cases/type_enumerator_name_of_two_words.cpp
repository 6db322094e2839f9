// expect: stdb: the name of an enumerator consists of letters, digits and _
#include "module.hpp"

enum class Color : std::uint8_t { red, delete_ };
#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_member_name<Color::delete_> = "no color";
#else
template <>
inline constexpr std::string_view stdb::wire_member_name<Color::delete_> = "no_color";
#endif
struct Row {
  Color color;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
