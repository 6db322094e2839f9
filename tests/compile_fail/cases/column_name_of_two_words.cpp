// expect: stdb: the name of a field consists of letters, digits and _ and does not begin with a digit
#include "module.hpp"

struct Row {
  std::uint32_t delete_;
};
#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_member_name<&Row::delete_> = "delete this";
#else
template <>
inline constexpr std::string_view stdb::wire_member_name<&Row::delete_> = "delete_this";
#endif
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
