// sdk/schema/.../detail/convert_default.hpp: a default, as it was said, as a value of the column's type.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/kind.hpp"
#include "stdb/schema/default_value.hpp"

namespace stdb::detail {

template <auto Head>
inline constexpr bool is_text_default = requires { Head.characters; };

template <class T>
inline constexpr bool is_list = bsatn::kind<T> == bsatn::Kind::list || bsatn::kind<T> == bsatn::Kind::string;

// Whether the value said (a number, an enumerator, an aggregate) can stand in a column of type T.
template <class T, auto Value>
constexpr bool fits_column() {
  using Given = std::remove_cvref_t<decltype(Value)>;
  if constexpr (bsatn::kind<T> == bsatn::Kind::option) {
    return std::same_as<Given, None> || fits_column<typename T::value_type, Value>();
  } else if constexpr (std::same_as<Given, Empty>) {
    return is_list<T>;
  } else if constexpr (std::same_as<Given, T>) {
    return true;
  } else if constexpr (std::same_as<Given, bool> || std::same_as<Given, None> || std::same_as<T, bool>) {
    return false;
  } else if constexpr (bsatn::detail::Integer<T> && std::integral<Given>) {
    if constexpr (sizeof(T) == 16) {
      return std::is_signed_v<Given> ? static_cast<T>(-1) < 0 || Value >= 0 : true;
    } else {
      return std::in_range<T>(Value);
    }
  } else if constexpr (bsatn::detail::WideInteger<T> && std::integral<Given>) {
    return Value >= 0 || !std::same_as<T, u256>;
  } else {
    return std::floating_point<T> && std::is_arithmetic_v<Given>;
  }
}

template <class T, auto Head>
constexpr bool default_fits() {
  if constexpr (is_text_default<Head>) {
    return std::same_as<T, std::string> || std::same_as<T, std::optional<std::string>>;
  } else {
    return fits_column<T, Head.value>();
  }
}

// What does not fit is refused where the table is declared.
template <class T, auto Head>
constexpr T convert_default() {
  if constexpr (!default_fits<T, Head>()) {
    return T{};
  } else if constexpr (is_text_default<Head>) {
    return std::string(Head.characters, sizeof Head.characters - 1);
  } else if constexpr (std::same_as<std::remove_cvref_t<decltype(Head.value)>, None> ||
                       std::same_as<std::remove_cvref_t<decltype(Head.value)>, Empty>) {
    return T{};
  } else if constexpr (bsatn::kind<T> == bsatn::Kind::option) {
    return T(static_cast<typename T::value_type>(Head.value));
  } else {
    return static_cast<T>(Head.value);
  }
}

}  // namespace stdb::detail
