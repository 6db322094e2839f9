// sdk/schema/.../column.hpp: col, a column by the member that holds it.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/sum.hpp"

namespace stdb {

// A column of the table whose row has this member: stdb::col<&Person::age>.
template <auto Member>
  requires std::is_member_object_pointer_v<decltype(Member)>
struct Column {
  // The struct that has the member, and the member's type.
  using row_type = decltype(bsatn::detail::aggregate_of(Member));
  using value_type = decltype(bsatn::detail::member_of(Member));

  // On the wire and in SQL: the member's, unless a wire_member_name says another.
  static constexpr std::string_view name = bsatn::detail::member_name<Member>();
  // Its place in the row, from 0.
  static constexpr std::size_t place = bsatn::detail::member_index<Member>();
};

// How a column is said: by(stdb::col<&Person::age>), stdb::col<&Person::age> >= 18. Without state.
template <auto Member>
inline constexpr Column<Member> col{};

}  // namespace stdb
