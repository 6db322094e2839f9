// sdk/bsatn/.../detail/member_names.hpp: what the fields of an aggregate are called on the wire.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "stdb/bsatn/detail/member_key.hpp"
#include "stdb/bsatn/detail/reflect.hpp"
#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/wire_member_name.hpp"

namespace stdb::bsatn::detail {

// Where the first element of a printed list ends: the list's own commas are those outside all brackets.
constexpr std::size_t first_element_end(std::string_view list) {
  int depth = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (c == '(' || c == '<' || c == '{' || c == '[') ++depth;
    if (c == ')' || c == '>' || c == '}' || c == ']') --depth;
    if (depth < 0 || (depth == 0 && c == ',')) return i;
  }
  return list.size();
}

// Takes the names out of what printed_fields_of gave: g++ writes {(& x.Row::id), ...}, clang <&x.id, ...>. All elements
// are alike but for the name, so only the first has to be looked at in full.
template <std::size_t Count>
constexpr std::array<std::string_view, Count> parse_printed_fields(std::string_view printed) {
  std::array<std::string_view, Count> names{};
  if constexpr (Count > 0) {
    constexpr std::string_view opening = "Fields = {";
    std::string_view rest = printed.substr(printed.find("Fields = ") + opening.size());
    const std::string_view first = rest.substr(0, first_element_end(rest));
    const std::size_t before = first.find_last_of(".:") + 1;
    const std::size_t between = (first.back() == ')' ? 1 : 0) + std::string_view(", ").size();
    for (std::string_view& name : names) {
      rest.remove_prefix(before);
      name = rest.substr(0, rest.find_first_of(",)>"));
      rest.remove_prefix(std::min(name.size() + between, rest.size()));
    }
  }
  return names;
}

constexpr bool are_identifiers(std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    if (!is_identifier(name)) return false;
  }
  return true;
}

// Puts what is said in the place of the names that C++ has. False where two members have one name then: only a name
// that is said can be there twice.
template <std::size_t Count>
constexpr bool rename(std::array<std::string_view, Count>& names, const std::array<std::string_view, Count>& said) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (!said[i].empty()) names[i] = said[i];
  }
  for (std::size_t i = 0; i < Count; ++i) {
    for (std::size_t other = 0; !said[i].empty() && other < Count; ++other) {
      if (other != i && names[other] == names[i]) return false;
    }
  }
  return true;
}

template <std::size_t Count>
struct MemberNames {
  std::array<std::string_view, Count> names{};
  bool are_unique = false;

  // By its two parts: which of a span's constructors takes an array the compiler finds out for each length anew.
  constexpr std::span<const std::string_view> view() const { return {names.data(), Count}; }
};

template <class T, std::size_t... Index>
constexpr MemberNames<sizeof...(Index)> name_fields(std::index_sequence<Index...>) {
  MemberNames<sizeof...(Index)> named{parse_printed_fields<sizeof...(Index)>(printed_fields_of<T, Index...>())};
  named.are_unique = rename(named.names, {wire_member_name<member_key<T>(Index)>...});
  return named;
}

// Unchecked: problem_of<T, true> looks at them before a description is made.
template <class T>
inline constexpr auto named_fields = name_fields<T>(std::make_index_sequence<field_count<T>>{});

template <class T>
inline constexpr auto& field_names = named_fields<T>.names;

template <class T, std::size_t Index>
inline constexpr std::string_view field_name = field_names<T>[Index];

template <class Aggregate, class Member>
constexpr Aggregate aggregate_of(Member Aggregate::*);
template <class Aggregate, class Member>
constexpr Member member_of(Member Aggregate::*);

// The place of a member among its aggregate's fields.
template <auto Member>
inline constexpr std::size_t member_place = MemberKey(Member).index;

template <auto Member>
constexpr std::size_t member_index() {
  return member_place<Member>;
}

// "age" for &Person::age, or what it is called on the wire.
template <auto Member>
constexpr std::string_view member_name() {
  return field_names<decltype(aggregate_of(Member))>[member_place<Member>];
}

}  // namespace stdb::bsatn::detail
