// sdk/bsatn/.../integer_literals.hpp: literals of the integers that C++ has not: 340282366920938463463_u128.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "stdb/bsatn/integer_text.hpp"

namespace stdb {

namespace bsatn::detail {

// Not constexpr, so that a literal that gets here is refused with this name in the message.
inline void this_literal_does_not_fit_its_type() {}

// Decimal or, after 0x, hexadecimal digits, with ' between them.
template <class T>
consteval T parse_literal(const char* text) {
  char digits[128] = {};
  std::size_t size = 0;
  for (; *text != 0; ++text) {
    if (*text == '\'') continue;
    if (size == sizeof digits) this_literal_does_not_fit_its_type();
    digits[size++] = *text;
  }
  const std::optional<T> value = from_string<T>(std::string_view(digits, size));
  if (!value) this_literal_does_not_fit_its_type();
  return *value;
}

}  // namespace bsatn::detail

// using namespace stdb::literals;
inline namespace literals {

consteval u128 operator""_u128(const char* text) { return bsatn::detail::parse_literal<u128>(text); }
consteval i128 operator""_i128(const char* text) { return bsatn::detail::parse_literal<i128>(text); }
consteval u256 operator""_u256(const char* text) { return bsatn::detail::parse_literal<u256>(text); }
consteval i256 operator""_i256(const char* text) { return bsatn::detail::parse_literal<i256>(text); }

}  // namespace literals
}  // namespace stdb
