// expect: stdb: two fields of one struct have the same name on the wire: change a stdb::wire_member_name
#include "module.hpp"

struct Row {
  std::uint32_t remove;
  std::uint32_t delete_;
};
#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_member_name<&Row::delete_> = "remove";
#else
template <>
inline constexpr std::string_view stdb::wire_member_name<&Row::delete_> = "delete";
#endif
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
