// sdk/bsatn/.../integers.hpp: the integers that C++ has no name for: 128 and 256 bits wide.
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace stdb {

__extension__ using u128 = unsigned __int128;
__extension__ using i128 = __int128;

// 256 bits, unsigned. words[0] is the least significant; on the wire 32 bytes, little-endian.
struct u256 {
  std::array<std::uint64_t, 4> words{};

  constexpr u256() = default;
  constexpr u256(std::uint64_t value) : words{value, 0, 0, 0} {}  // an integer is a u256 without being said so
  constexpr u256(std::uint64_t w3, std::uint64_t w2, std::uint64_t w1, std::uint64_t w0) : words{w0, w1, w2, w3} {}

  constexpr bool operator==(const u256&) const = default;
  constexpr std::strong_ordering operator<=>(const u256& other) const {
    for (std::size_t i = words.size(); i-- > 0;) {
      if (words[i] != other.words[i]) return words[i] <=> other.words[i];
    }
    return std::strong_ordering::equal;
  }
};

// 256 bits, two's complement, in the layout of u256.
struct i256 {
  std::array<std::uint64_t, 4> words{};

  constexpr i256() = default;
  constexpr i256(std::int64_t value) : words{extended(value)} {}

  constexpr bool operator==(const i256&) const = default;
  constexpr std::strong_ordering operator<=>(const i256& other) const {
    const auto high = static_cast<std::int64_t>(words[3]);
    const auto other_high = static_cast<std::int64_t>(other.words[3]);
    if (high != other_high) return high <=> other_high;
    for (std::size_t i = words.size() - 1; i-- > 0;) {
      if (words[i] != other.words[i]) return words[i] <=> other.words[i];
    }
    return std::strong_ordering::equal;
  }

 private:
  static constexpr std::array<std::uint64_t, 4> extended(std::int64_t value) {
    const std::uint64_t sign = value < 0 ? ~std::uint64_t{0} : 0;
    return {static_cast<std::uint64_t>(value), sign, sign, sign};
  }
};

namespace bsatn::detail {

// The compilers' 128-bit integers are no std::integral in strict C++.
template <class T>
concept Integer = (std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t> &&
                   !std::same_as<T, char8_t> && !std::same_as<T, char16_t> && !std::same_as<T, char32_t>) ||
                  std::same_as<T, u128> || std::same_as<T, i128>;

template <class T>
concept WideInteger = std::same_as<T, u256> || std::same_as<T, i256>;

template <class T>
concept Float = std::same_as<T, float> || std::same_as<T, double>;

template <class T>
inline constexpr bool is_signed_integer = std::is_signed_v<T> || std::same_as<T, i128> || std::same_as<T, i256>;

}  // namespace bsatn::detail
}  // namespace stdb
