// sdk/bsatn/.../integer_text.hpp: integers of 8 to 256 bits as text, and from it: to_string, to_hex, from_string.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/hex.hpp"
#include "stdb/bsatn/integers.hpp"

namespace stdb {

namespace bsatn::detail {

// Sign and magnitude: what all widths are on their way to and from text.
struct Magnitude {
  Halves halves{};
  bool is_negative = false;
};

template <class T>
constexpr Words words_of_integer(const T& value) {
  if constexpr (WideInteger<T>) {
    return value.words;
  } else {
    return extended_words(value);
  }
}

template <class T>
constexpr Magnitude magnitude_of(const T& value) {
  const Words words = words_of_integer(value);
  const bool is_negative = is_signed_integer<T> && words[3] >> 63 != 0;
  return {halves_of(is_negative ? negate(words) : words), is_negative};
}

constexpr bool is_zero(const Halves& halves) {
  for (const std::uint32_t half : halves) {
    if (half != 0) return false;
  }
  return true;
}

// Writes the text up to `end` and returns where it begins; 79 characters at most.
constexpr char* write_decimal(Magnitude number, char* end) {
  do {
    std::uint32_t part = divide_by_half(number.halves, 1'000'000'000);
    const bool is_last = is_zero(number.halves);
    for (int digit = 0; is_last ? part != 0 || digit == 0 : digit < 9; ++digit, part /= 10) {
      *--end = static_cast<char>('0' + part % 10);
    }
  } while (!is_zero(number.halves));
  if (number.is_negative) *--end = '-';
  return end;
}

constexpr std::string decimal(const Magnitude& number) {
  char text[79] = {};
  const char* const begin = write_decimal(number, text + sizeof text);
  return {begin, static_cast<std::size_t>(text + sizeof text - begin)};
}

// "-12", "0xff": all digits, at least one. None if it is anything else, or more than 256 bits.
constexpr std::optional<Magnitude> parse_magnitude(std::string_view text) {
  Magnitude number;
  number.is_negative = text.starts_with('-');
  if (number.is_negative) text.remove_prefix(1);
  const bool is_hex = text.starts_with("0x") || text.starts_with("0X");
  if (is_hex) text.remove_prefix(2);
  if (text.empty()) return std::nullopt;
  const int base = is_hex ? 16 : 10;
  for (const char c : text) {
    const int digit = hex_digit(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    if (multiply_by_half(number.halves, static_cast<std::uint32_t>(base), static_cast<std::uint32_t>(digit))) {
      return std::nullopt;
    }
  }
  return number;
}

// The number in two's complement; none if it is not among those of so many bits.
constexpr std::optional<Words> fitted(const Magnitude& number, std::size_t bits, bool is_signed) {
  const Words magnitude = words_of(number.halves);
  const Words words = number.is_negative ? negate(magnitude) : magnitude;
  if (!is_signed) {
    const bool fits = number.is_negative ? is_zero(magnitude) : bits == 256 || is_zero(shift_right(magnitude, bits, 0));
    return fits ? std::optional(words) : std::nullopt;
  }
  // Above the sign bit there are only copies of it; and a magnitude that is itself over the edge gives the wrong sign.
  const std::uint64_t sign = words[3] >> 63 != 0 ? ~std::uint64_t{0} : 0;
  const bool right_sign = is_zero(magnitude) || (sign != 0) == number.is_negative;
  const bool fits = shift_right(words, bits - 1, sign) == Words{sign, sign, sign, sign};
  return right_sign && fits ? std::optional(words) : std::nullopt;
}

template <class T>
constexpr T integer_of(const Words& words) {
  if constexpr (WideInteger<T>) {
    return T::from_words(words);
  } else {
    return truncated<T>(words);
  }
}

template <class T>
concept AnyInteger = Integer<T> || WideInteger<T>;

}  // namespace bsatn::detail

// "-12".
template <bsatn::detail::AnyInteger T>
constexpr std::string to_string(const T& value) {
  return bsatn::detail::decimal(bsatn::detail::magnitude_of(value));
}

// All digits of the type's width, the most significant first, in lower case without a prefix: "00ff" of a u16. What is
// negative is written in two's complement.
template <bsatn::detail::AnyInteger T>
constexpr std::string to_hex(const T& value) {
  const std::string digits = bsatn::detail::words_to_hex(bsatn::detail::words_of_integer(value));
  return digits.substr(digits.size() - sizeof(T) * 2);
}

// The number that is written in decimal digits, or in hexadecimal ones after "0x", with a "-" before it where T is
// signed. None of anything else, and of a number that T cannot hold.
template <bsatn::detail::AnyInteger T>
constexpr std::optional<T> from_string(std::string_view text) {
  const auto number = bsatn::detail::parse_magnitude(text);
  if (!number) return std::nullopt;
  const auto words = bsatn::detail::fitted(*number, sizeof(T) * 8, bsatn::detail::is_signed_integer<T>);
  if (!words) return std::nullopt;
  return bsatn::detail::integer_of<T>(*words);
}

}  // namespace stdb
