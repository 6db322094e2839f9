// sdk/bsatn/.../detail/member_names.hpp: what the fields of an aggregate are called on the wire.
#pragma once

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
    switch (list[i]) {
      case '(':
      case '<':
      case '{':
      case '[':
        ++depth;
        break;
      case ')':
      case '>':
      case '}':
      case ']':
        if (--depth < 0) return i;
        break;
      case ',':
        if (depth == 0) return i;
        break;
      default:
        break;
    }
  }
  return list.size();
}

// Takes the names out of what printed_fields_of gave: g++ writes {(& x.Row::id), ...}, clang <&x.id, ...>. All elements
// are alike but for the name, so only the first has to be looked at in full.
constexpr void parse_printed_fields(std::string_view printed, std::span<std::string_view> names) {
  if (names.empty()) return;
  constexpr std::string_view opening = "Fields = {";
  std::string_view rest = printed.substr(printed.find("Fields = ") + opening.size());
  const std::string_view first = rest.substr(0, first_element_end(rest));
  const std::size_t before = first.find_last_of(".:") + 1;
  const std::size_t closing = first.back() == ')' ? 1 : 0;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const std::size_t end = rest.find(',', before);
    names[i] = rest.substr(before, end - closing - before);
    rest.remove_prefix(end + std::string_view(", ").size());
  }
  names.back() = rest.substr(before, rest.find(closing == 1 ? ')' : '>', before) - before);
}

constexpr bool are_identifiers(std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    if (!is_identifier(name)) return false;
  }
  return true;
}

// Puts what is said in the place of the names that C++ has. False where two members have one name then: only a name
// that is said can be there twice.
constexpr bool rename(std::span<std::string_view> names, std::span<const std::string_view> said) {
  bool is_said = false;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (said[i].empty()) continue;
    names[i] = said[i];
    is_said = true;
  }
  for (std::size_t i = 0; is_said && i < said.size(); ++i) {
    for (std::size_t other = 0; !said[i].empty() && other < said.size(); ++other) {
      if (other != i && names[other] == names[i]) return false;
    }
  }
  return true;
}

template <std::size_t Count>
struct MemberNames {
  std::array<std::string_view, Count> names{};
  bool are_unique = false;

  constexpr void parse(std::string_view printed) { parse_printed_fields(printed, {names.data(), Count}); }
  constexpr void rename_to(const std::array<std::string_view, Count>& said) {
    are_unique = rename({names.data(), Count}, {said.data(), Count});
  }
  // By its two parts: which of a span's constructors takes an array the compiler finds out for each length anew.
  constexpr std::span<const std::string_view> view() const { return {names.data(), Count}; }
};

template <class T, std::size_t... Index>
constexpr MemberNames<sizeof...(Index)> name_fields(std::index_sequence<Index...>) {
  MemberNames<sizeof...(Index)> named;
  named.parse(printed_fields_of<T, Index...>);
  named.rename_to({wire_member_name<member_key<T, Index>>...});
  return named;
}

// Unchecked: problems_of<T> looks at them before a description is made.
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
