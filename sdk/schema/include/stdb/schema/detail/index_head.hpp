// sdk/schema/.../detail/index_head.hpp: the first thing said of an index: its name, or its first column.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "stdb/schema/column.hpp"

namespace stdb::detail {

// Deduced from what stands first in btree<...>: Member is void for a text.
template <class Member, std::size_t Size>
struct IndexHead {
  Member member;
  constexpr IndexHead(Member first) : member(first) {}
};
template <std::size_t Size>
struct IndexHead<void, Size> {
  char characters[Size] = {};
  constexpr IndexHead(const char (&literal)[Size]) { std::copy_n(literal, Size, characters); }
};
template <std::size_t Size>
IndexHead(const char (&)[Size]) -> IndexHead<void, Size>;
template <class Member>
IndexHead(Member) -> IndexHead<Member, 0>;

template <auto... Members>
struct MemberList {
  static constexpr std::array<std::uint16_t, sizeof...(Members)> columns = {
      static_cast<std::uint16_t>(Column<Members>::place)...};

  template <class Row>
  static constexpr bool all_of_row = (true && ... && std::is_same_v<typename Column<Members>::row_type, Row>);
  template <template <class> class Accepts>
  static constexpr bool all_accepted = (true && ... && Accepts<typename Column<Members>::value_type>::value);
};

// The columns' names joined by '_', as a constant.
template <auto... Members>
constexpr auto join_names() {
  std::array<char, (std::size_t{0} + ... + (Column<Members>::name.size() + 1))> joined{};
  std::size_t at = 0;
  const auto append = [&](std::string_view name) {
    if (at != 0) joined[at++] = '_';
    for (const char c : name) joined[at++] = c;
  };
  (append(Column<Members>::name), ...);
  return joined;
}
template <auto... Members>
inline constexpr auto joined_names = join_names<Members...>();

template <auto Head, auto... Members>
struct IndexMembers {
  static_assert(
      requires { Head.member; } || sizeof...(Members) > 0,
      "stdb: an index needs a column: btree<\"by_age\", &Person::age>");
  using type = MemberList<Members...>;
  static constexpr std::string_view accessor() { return {Head.characters, sizeof Head.characters - 1}; }
};
template <auto Head, auto... Members>
  requires requires { Head.member; }
struct IndexMembers<Head, Members...> {
  static_assert(std::is_member_object_pointer_v<decltype(Head.member)>,
                "stdb: an index begins with its name or with a column: btree<\"by_age\", &Person::age>");
  using type = MemberList<Head.member, Members...>;
  static constexpr std::string_view accessor() {
    return {joined_names<Head.member, Members...>.data(), joined_names<Head.member, Members...>.size() - 1};
  }
};

}  // namespace stdb::detail
