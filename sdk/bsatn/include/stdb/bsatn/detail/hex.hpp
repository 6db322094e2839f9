// sdk/bsatn/.../detail/hex.hpp: words as hexadecimal digits and back.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stdb::bsatn::detail {

// words[0] is the least significant; the text has the most significant digit first, 16 digits a word, no prefix.
template <std::size_t Words>
constexpr std::string words_to_hex(const std::array<std::uint64_t, Words>& words) {
  std::string text(Words * 16, '0');
  for (std::size_t digit = 0; digit < text.size(); ++digit) {
    const std::size_t from_low = text.size() - 1 - digit;
    text[digit] = "0123456789abcdef"[(words[from_low / 16] >> (from_low % 16 * 4)) & 15];
  }
  return text;
}

constexpr int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Exactly 16 digits a word, with or without "0x" before them; anything else is none.
template <std::size_t Words>
constexpr std::optional<std::array<std::uint64_t, Words>> hex_to_words(std::string_view text) {
  if (text.starts_with("0x")) text.remove_prefix(2);
  if (text.size() != Words * 16) return std::nullopt;
  std::array<std::uint64_t, Words> words{};
  for (std::size_t digit = 0; digit < text.size(); ++digit) {
    const int value = hex_digit(text[digit]);
    if (value < 0) return std::nullopt;
    const std::size_t from_low = text.size() - 1 - digit;
    words[from_low / 16] |= static_cast<std::uint64_t>(value) << (from_low % 16 * 4);
  }
  return words;
}

}  // namespace stdb::bsatn::detail
