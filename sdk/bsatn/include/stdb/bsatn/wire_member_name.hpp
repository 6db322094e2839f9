// sdk/bsatn/.../wire_member_name.hpp: wire_member_name, what a field or an enumerator is called on the wire where C++
// calls it otherwise.
#pragma once

#include <string_view>

#include "stdb/bsatn/detail/member_key.hpp"

namespace stdb {

// Said beside the type, before the type is used in a table or a function or encoded; empty where nothing is said, and
// then the member's own name counts. For columns, arguments, the cases of a sum (members of its Cases struct) and
// enumerators:
//   template <> inline constexpr std::string_view stdb::wire_member_name<&Row::delete_> = "delete";
//   template <> inline constexpr std::string_view stdb::wire_member_name<Color::delete_> = "delete";
template <bsatn::detail::MemberKey Member>
inline constexpr std::string_view wire_member_name{};

}  // namespace stdb
