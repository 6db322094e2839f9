// expect: stdb: a stdb::wire_name consists of letters, digits and _, does not begin with a digit, and may have a scope
// before a dot
#include "module.hpp"

enum class UserRole : std::uint8_t { guest, owner };
#ifdef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::wire_name<UserRole> = ".UserRole";
#else
template <>
inline constexpr std::string_view stdb::wire_name<UserRole> = "Auth.UserRole";
#endif
struct Row {
  UserRole role;
};
inline constexpr stdb::table<Row, "row"> table_under_test;
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
