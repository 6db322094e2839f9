// sdk/bsatn/.../detail/copy_text.hpp: copy_text, and where a copy is worth more thought than a memcpy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "stdb/bsatn/detail/unaligned.hpp"

namespace stdb::bsatn::detail {

// In wasm a copy of any length is one instruction, and is counted as one. Natively it is a call, which short texts are
// spared.
#ifdef __wasm__
inline constexpr bool copies_in_one_instruction = true;
#else
inline constexpr bool copies_in_one_instruction = false;
#endif

// Copies the bytes of one Word to two of them: the first Word and the last one, which may overlap.
template <class Word>
void copy_ends(std::uint8_t* to, const std::uint8_t* from, std::size_t size) {
  const auto first = load_word<Word>(from);
  const auto last = load_word<Word>(from + size - sizeof(Word));
  std::memcpy(to, &first, sizeof first);
  std::memcpy(to + size - sizeof last, &last, sizeof last);
}

// A memcpy for text, most of which is short: up to 64 bytes are copied here, in half the time of a call.
inline void copy_text(std::uint8_t* to, const std::uint8_t* from, std::size_t size) {
  constexpr std::size_t block = 16;
  if (size > 4 * block) {
    std::memcpy(to, from, size);
  } else if (size > block) {
    for (std::size_t at = 0; at < size - block; at += block) std::memcpy(to + at, from + at, block);
    std::memcpy(to + size - block, from + size - block, block);
  } else if (size >= 8) {
    copy_ends<std::uint64_t>(to, from, size);
  } else if (size >= 4) {
    copy_ends<std::uint32_t>(to, from, size);
  } else if (size >= 2) {
    copy_ends<std::uint16_t>(to, from, size);
  } else if (size == 1) {
    *to = *from;
  }
}

}  // namespace stdb::bsatn::detail
