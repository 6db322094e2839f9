// sdk/bsatn/.../integers.hpp: the integers that C++ has not: u128, i128, u256, i256.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "stdb/bsatn/detail/wide_operators.hpp"
#include "stdb/bsatn/detail/words.hpp"

namespace stdb {

__extension__ using u128 = unsigned __int128;
__extension__ using i128 = __int128;

namespace bsatn::detail {

// The compilers' 128-bit integers are no std::integral in strict C++.
template <class T>
concept Integer = (std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t> &&
                   !std::same_as<T, char8_t> && !std::same_as<T, char16_t> && !std::same_as<T, char32_t>) ||
                  std::same_as<T, u128> || std::same_as<T, i128>;

template <class T>
concept Float = std::same_as<T, float> || std::same_as<T, double>;

template <class T>
concept SignedInteger = Integer<T> && (std::signed_integral<T> || std::same_as<T, i128>);

template <class T>
concept UnsignedInteger = Integer<T> && !SignedInteger<T>;

// Of a builtin integer, its sign extended.
template <Integer T>
constexpr Words extended_words(T value) {
  const bool negative = SignedInteger<T> && value < 0;
  const std::uint64_t sign = negative ? ~std::uint64_t{0} : 0;
  if constexpr (sizeof(T) == 16) {
    return {static_cast<std::uint64_t>(value), static_cast<std::uint64_t>(static_cast<u128>(value) >> 64), sign, sign};
  } else {
    return {static_cast<std::uint64_t>(value), sign, sign, sign};
  }
}

// The low bits, as casts between builtin integers do it.
template <Integer T>
constexpr T truncated(const Words& words) {
  if constexpr (sizeof(T) == 16) {
    return static_cast<T>((static_cast<u128>(words[1]) << 64) | words[0]);
  } else {
    return static_cast<T>(words[0]);
  }
}

// Not constexpr, so that a literal that gets here is refused with this name in the message.
inline void a_u256_is_not_negative() {}

}  // namespace bsatn::detail

struct i256;

// 256 bits, unsigned, with the operators of a builtin integer; arithmetic wraps around, division by zero is a
// panic. words[0] is the least significant; on the wire 32 bytes, little-endian. Text: to_string, to_hex,
// from_string.
struct u256 : bsatn::detail::WideOperators<u256> {
  bsatn::detail::Words words{};

  constexpr u256() = default;
  // An unsigned integer, or a literal that is not negative, is a u256 without being said so.
  template <bsatn::detail::UnsignedInteger T>
  constexpr u256(T value) : words(bsatn::detail::extended_words(value)) {}
  template <bsatn::detail::SignedInteger T>
  consteval u256(T literal) : words(bsatn::detail::extended_words(literal)) {
    if (literal < 0) bsatn::detail::a_u256_is_not_negative();
  }
  constexpr explicit u256(const i256& same_bits);
  // The most significant word first.
  constexpr u256(std::uint64_t w3, std::uint64_t w2, std::uint64_t w1, std::uint64_t w0) : words{w0, w1, w2, w3} {}
  static constexpr u256 from_words(const bsatn::detail::Words& words) {
    return {words[3], words[2], words[1], words[0]};
  }

  static constexpr u256 max() { return {~0ull, ~0ull, ~0ull, ~0ull}; }

  // The low bits.
  template <bsatn::detail::Integer T>
  constexpr explicit operator T() const {
    return bsatn::detail::truncated<T>(words);
  }
  constexpr explicit operator bool() const { return !bsatn::detail::is_zero(words); }

  friend constexpr bool operator==(const u256& a, const u256& b) { return a.words == b.words; }
  friend constexpr std::strong_ordering operator<=>(const u256& a, const u256& b) {
    return a.words == b.words                         ? std::strong_ordering::equal
           : bsatn::detail::is_less(a.words, b.words) ? std::strong_ordering::less
                                                      : std::strong_ordering::greater;
  }

  // Comparing is lossless whatever the sign.
  template <bsatn::detail::SignedInteger T>
  friend constexpr bool operator==(const u256& a, T b) {
    return b >= 0 && a.words == bsatn::detail::extended_words(b);
  }
  template <bsatn::detail::SignedInteger T>
  friend constexpr std::strong_ordering operator<=>(const u256& a, T b) {
    return b < 0 ? std::strong_ordering::greater : a <=> from_words(bsatn::detail::extended_words(b));
  }

  static constexpr bsatn::detail::Division divide(const bsatn::detail::Words& a, const bsatn::detail::Words& b) {
    return bsatn::detail::divide(a, b);
  }
  constexpr std::uint64_t sign_bits() const { return 0; }
};

// 256 bits, two's complement, in the layout of u256 and with the same operators; what divides rounds towards zero, and
// >> keeps the sign.
struct i256 : bsatn::detail::WideOperators<i256> {
  bsatn::detail::Words words{};

  constexpr i256() = default;
  template <bsatn::detail::Integer T>
  constexpr i256(T value) : words(bsatn::detail::extended_words(value)) {}
  constexpr explicit i256(const u256& same_bits) : words(same_bits.words) {}
  static constexpr i256 from_words(const bsatn::detail::Words& words) {
    return i256(u256(words[3], words[2], words[1], words[0]));
  }

  static constexpr i256 min() { return i256(u256(1ull << 63, 0, 0, 0)); }
  static constexpr i256 max() { return i256(u256(~0ull >> 1, ~0ull, ~0ull, ~0ull)); }

  // The low bits.
  template <bsatn::detail::Integer T>
  constexpr explicit operator T() const {
    return bsatn::detail::truncated<T>(words);
  }
  constexpr explicit operator bool() const { return !bsatn::detail::is_zero(words); }

  friend constexpr bool operator==(const i256& a, const i256& b) { return a.words == b.words; }
  friend constexpr std::strong_ordering operator<=>(const i256& a, const i256& b) {
    if (a.is_negative() != b.is_negative()) {
      return a.is_negative() ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    return u256(a) <=> u256(b);
  }

  constexpr bool is_negative() const { return words[3] >> 63 != 0; }
  constexpr std::uint64_t sign_bits() const { return is_negative() ? ~std::uint64_t{0} : 0; }

  static constexpr bsatn::detail::Division divide(const bsatn::detail::Words& a, const bsatn::detail::Words& b) {
    const bool a_negative = a[3] >> 63 != 0;
    const bool b_negative = b[3] >> 63 != 0;
    bsatn::detail::Division division =
        bsatn::detail::divide(a_negative ? bsatn::detail::negate(a) : a, b_negative ? bsatn::detail::negate(b) : b);
    if (a_negative != b_negative) division.quotient = bsatn::detail::negate(division.quotient);
    if (a_negative) division.remainder = bsatn::detail::negate(division.remainder);
    return division;
  }
};

constexpr u256::u256(const i256& same_bits) : words(same_bits.words) {}

namespace bsatn::detail {

template <class T>
concept WideInteger = std::same_as<T, u256> || std::same_as<T, i256>;

template <class T>
inline constexpr bool is_signed_integer = SignedInteger<T> || std::same_as<T, i256>;

}  // namespace bsatn::detail
}  // namespace stdb
