// sdk/bsatn/.../uuid.hpp: Uuid, a universally unique identifier.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/bsatn/detail/hex.hpp"
#include "stdb/bsatn/integers.hpp"

namespace stdb {

// RFC 9562. The number is the big-endian reading of the text, so its 16 little-endian bytes on the wire are the text's
// reversed. Hosts know this type from 1.11.2 on.
struct Uuid {
  u128 value = 0;

  constexpr bool operator==(const Uuid&) const = default;
  constexpr auto operator<=>(const Uuid&) const = default;

  // "00112233-4455-6677-8899-aabbccddeeff", lower case.
  constexpr std::string to_string() const {
    const std::string digits = bsatn::detail::words_to_hex(
        std::array<std::uint64_t, 2>{static_cast<std::uint64_t>(value), static_cast<std::uint64_t>(value >> 64)});
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
      text += digits[i];
    }
    return text;
  }

  // None unless the text is 32 hexadecimal digits in groups of 8-4-4-4-12.
  static constexpr std::optional<Uuid> from_string(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash != (text[i] == '-')) return std::nullopt;
      if (!dash) digits += text[i];
    }
    const auto words = bsatn::detail::hex_to_words<2>(digits);
    if (!words) return std::nullopt;
    return Uuid{(static_cast<u128>((*words)[1]) << 64) | (*words)[0]};
  }
};

}  // namespace stdb
