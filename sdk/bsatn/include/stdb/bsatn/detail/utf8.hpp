// sdk/bsatn/.../detail/utf8.hpp: whether bytes are UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>

#include "stdb/bsatn/detail/unaligned.hpp"

namespace stdb::bsatn::detail {

constexpr bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

// The length of the sequence that begins at `at`, or 0 if it is none: overlong forms, surrogates and values over
// U+10FFFF are none. Source: RFC 3629.
constexpr std::size_t utf8_sequence(const std::uint8_t* at, std::size_t left) {
  const std::uint8_t first = at[0];
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (left < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(at[i])) return 0;
  }
  const std::uint8_t second = at[1];
  if (first == 0xE0 && second < 0xA0) return 0;
  if (first == 0xED && second > 0x9F) return 0;
  if (first == 0xF0 && second < 0x90) return 0;
  if (first == 0xF4 && second > 0x8F) return 0;
  return length;
}

// Any bytes, one sequence after another: what text that is not all ASCII costs.
constexpr bool is_utf8_by_sequences(const std::uint8_t* at, std::size_t size) {
  const std::uint8_t* const end = at + size;
  while (at != end) {
    const std::size_t length = utf8_sequence(at, static_cast<std::size_t>(end - at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

// By words that may overlap, so that no text has a tail of single bytes: most text is short, and all of it ASCII.
inline bool is_ascii(const std::uint8_t* at, std::size_t size) {
  if (size >= 8) {
    const std::uint8_t* const last = at + size - 8;
    std::uint64_t bits = load_word<std::uint64_t>(last);
    for (; at < last; at += 8) bits |= load_word<std::uint64_t>(at);
    return (bits & 0x8080808080808080) == 0;
  }
  if (size >= 4) return ((load_word<std::uint32_t>(at) | load_word<std::uint32_t>(at + size - 4)) & 0x80808080) == 0;
  return size == 0 || ((at[0] | at[size / 2] | at[size - 1]) & 0x80) == 0;
}

constexpr bool is_utf8(const std::uint8_t* at, std::size_t size) {
  if !consteval {
    if (is_ascii(at, size)) return true;
  }
  return is_utf8_by_sequences(at, size);
}

}  // namespace stdb::bsatn::detail
