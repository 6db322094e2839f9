// sdk/bsatn/.../detail/enumerators.hpp: the named values of an enum, from 0 to 255, without a macro.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/detail/member_names.hpp"
#include "stdb/bsatn/detail/type_name.hpp"
#include "stdb/bsatn/wire_member_name.hpp"

namespace stdb::bsatn::detail {

// Values are looked for from 0 to 255, or to the largest that the enum's type has.
template <class Enum>
inline constexpr std::size_t searched_values = [] {
  using Number = std::underlying_type_t<Enum>;
  constexpr auto largest = static_cast<std::uintmax_t>(std::numeric_limits<Number>::max());
  return static_cast<std::size_t>(std::min<std::uintmax_t>(largest, 255)) + 1;
}();

// True of `enum class` and of a plain enum with a type behind its name. The values of any other enum are only as many
// as its enumerators need; others, even to be looked at, are no constants.
template <class Enum>
concept HasFixedType = requires { Enum{0}; };

template <auto... Values>
constexpr std::string_view printed_values() {
  return __PRETTY_FUNCTION__;
}

struct Enumerator {
  std::uint8_t value = 0;
  std::string_view name;
};

template <std::size_t Capacity>
struct EnumeratorList {
  std::array<Enumerator, Capacity> at{};
  std::size_t count = 0;
};

// Whether a printed value is an enumerator's name and not a cast: "Color::Red" or "(anonymous namespace)::Color::Red"
// against "(Color)7".
constexpr bool is_named(std::string_view printed) {
  const char last = printed[printed.rfind(')') + 1];  // without ")" the first character, since npos + 1 is 0
  return last != '-' && (last < '0' || last > '9');
}

// Finds the names among so many printed values, which are 0, 1, 2, ... Casts, which most are, are passed over whole.
template <std::size_t Count>
constexpr EnumeratorList<Count> parse_printed_values(std::string_view printed) {
  constexpr std::string_view opening = "Values = {";  // clang writes "<" for "{"
  std::string_view rest = printed.substr(printed.find("Values = ") + opening.size());
  EnumeratorList<Count> list;
  std::string_view cast;  // "(Color)", once one was seen
  for (std::size_t value = 0; value < Count; ++value) {
    std::size_t end = cast.size();
    if (!cast.empty() && rest.starts_with(cast)) {
      while (rest[end] != ',' && rest[end] != '}' && rest[end] != '>') ++end;
    } else {
      end = first_element_end(rest);
      const std::string_view one = rest.substr(0, end);
      if (is_named(one)) {
        list.at[list.count++] = {static_cast<std::uint8_t>(value), last_component(one)};
      } else {
        cast = one.substr(0, one.rfind(')') + 1);
      }
    }
    rest.remove_prefix(std::min(end + std::string_view(", ").size(), rest.size()));
  }
  return list;
}

// Compilers print a value that has an enumerator by its name. One instance prints all, so an enum costs the compiler
// one function, not 256.
template <class Enum, std::size_t... Values>
constexpr auto find_enumerators(std::index_sequence<Values...>) {
  return parse_printed_values<sizeof...(Values)>(printed_values<static_cast<Enum>(Values)...>());
}

// None of an enum that has no fixed type: require_encodable refuses it.
template <class Enum>
constexpr auto list_enumerators() {
  if constexpr (HasFixedType<Enum>) {
    return find_enumerators<Enum>(std::make_index_sequence<searched_values<Enum>>{});
  } else {
    return EnumeratorList<0>{};
  }
}

template <class Enum>
inline constexpr auto found_enumerators = list_enumerators<Enum>();

// Whether an enumerator has one of the values nearest to those that are searched, -1 and 256; what lies further out is
// only found when it is encoded.
template <class Enum>
constexpr bool has_enumerator_outside() {
  using Number = std::underlying_type_t<Enum>;
  if constexpr (sizeof(Number) == 1 && (searched_values<Enum> == 256 || std::is_same_v<Number, bool>)) {
    return false;  // there are no others
  } else if constexpr (sizeof(Number) == 1) {
    return parse_printed_values<1>(printed_values<static_cast<Enum>(-1)>()).count != 0;
  } else {
    constexpr auto below = static_cast<Enum>(static_cast<Number>(-1));
    return parse_printed_values<2>(printed_values<below, static_cast<Enum>(256)>()).count != 0;
  }
}

template <class Enum, std::size_t... Tag>
constexpr MemberNames<sizeof...(Tag)> name_enumerators(std::index_sequence<Tag...>) {
  MemberNames<sizeof...(Tag)> named{{found_enumerators<Enum>.at[Tag].name...}};
  named.rename_to({wire_member_name<member_key<Enum, found_enumerators<Enum>.at[Tag].value>>...});
  return named;
}

// Unchecked: problems_of<Enum> looks at them before a description is made.
template <class Enum>
inline constexpr auto named_enumerators =
    name_enumerators<Enum>(std::make_index_sequence<found_enumerators<Enum>.count>{});

template <class Enum>
constexpr auto renamed_enumerators() {
  constexpr std::size_t count = found_enumerators<Enum>.count;
  EnumeratorList<count> list{{}, count};
  for (std::size_t tag = 0; tag < count; ++tag) {
    list.at[tag] = {found_enumerators<Enum>.at[tag].value, named_enumerators<Enum>.names[tag]};
  }
  return list;
}

// Ordered by value: an enumerator's place is its tag on the wire.
template <class Enum>
inline constexpr auto enumerators = renamed_enumerators<Enum>();

// The values alone, by tag: what is left of them in a program.
template <class Enum>
inline constexpr auto enumerator_values = [] {
  std::array<std::uint8_t, enumerators<Enum>.count> values{};
  for (std::size_t tag = 0; tag < values.size(); ++tag) values[tag] = enumerators<Enum>.at[tag].value;
  return values;
}();

// True where value n has tag n, the common case that needs no table.
template <class Enum>
inline constexpr bool enumerators_are_dense =
    enumerators<Enum>.count > 0 &&
    enumerators<Enum>.at[enumerators<Enum>.count - 1].value == enumerators<Enum>.count - 1;

}  // namespace stdb::bsatn::detail
