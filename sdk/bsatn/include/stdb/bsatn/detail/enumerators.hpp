// sdk/bsatn/.../detail/enumerators.hpp: the named values of an enum, from 0 to 255, without a macro.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/detail/type_name.hpp"

namespace stdb::bsatn::detail {

inline constexpr std::size_t max_enumerators = 256;

template <auto... Values>
constexpr std::string_view printed_values() {
  return __PRETTY_FUNCTION__;
}

struct Enumerator {
  std::uint8_t value = 0;
  std::string_view name;
};

struct EnumeratorList {
  std::array<Enumerator, max_enumerators> at{};
  std::size_t count = 0;
};

// Whether a printed value is an enumerator's name and not a cast: "Color::Red" or "(anonymous namespace)::Color::Red"
// against
// "(Color)7".
constexpr bool is_named(std::string_view printed) {
  const char last = printed[printed.rfind(')') + 1];  // without ")" the first character, since npos + 1 is 0
  return last != '-' && (last < '0' || last > '9');
}

// Compilers print a value that has an enumerator by its name. One instance prints all 256, so an enum costs the
// compiler one function, not 256.
template <class Enum, std::size_t... Values>
constexpr EnumeratorList list_enumerators(std::index_sequence<Values...>) {
  std::string_view printed = printed_values<static_cast<Enum>(Values)...>();
  constexpr std::string_view opening = "Values = {";  // clang writes "<" for "{"
  printed.remove_prefix(printed.find("Values = ") + opening.size());
  EnumeratorList list;
  for (std::size_t value = 0; value < max_enumerators; ++value) {
    const std::size_t end = printed.find_first_of(",;]");
    std::string_view one = printed.substr(0, end);
    if (value + 1 == max_enumerators) one.remove_suffix(1);  // the closing bracket of the list
    if (is_named(one)) list.at[list.count++] = {static_cast<std::uint8_t>(value), last_component(one)};
    printed.remove_prefix(value + 1 == max_enumerators ? 0 : end + 2);
  }
  return list;
}

// Ordered by value: an enumerator's place is its tag on the wire.
template <class Enum>
inline constexpr EnumeratorList enumerators = list_enumerators<Enum>(std::make_index_sequence<max_enumerators>{});

// True where value n has tag n, the common case that needs no table.
template <class Enum>
inline constexpr bool enumerators_are_dense =
    enumerators<Enum>.count > 0 &&
    enumerators<Enum>.at[enumerators<Enum>.count - 1].value == enumerators<Enum>.count - 1;

}  // namespace stdb::bsatn::detail
