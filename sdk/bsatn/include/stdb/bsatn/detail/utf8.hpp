// sdk/bsatn/.../detail/utf8.hpp: whether bytes are UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

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

// How many bytes at the beginning are ASCII, or fewer: whole words of eight, since most text is ASCII.
inline std::size_t ascii_words(const std::uint8_t* at, std::size_t size) {
  std::size_t done = 0;
  for (; size - done >= 8; done += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at + done, sizeof word);
    if ((word & 0x8080808080808080) != 0) break;
  }
  return done;
}

constexpr bool is_utf8(const std::uint8_t* at, std::size_t size) {
  const std::uint8_t* const end = at + size;
  if !consteval {
    at += ascii_words(at, size);
  }
  while (at != end) {
    if (*at < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = utf8_sequence(at, static_cast<std::size_t>(end - at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace stdb::bsatn::detail
