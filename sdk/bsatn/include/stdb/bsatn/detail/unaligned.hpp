// sdk/bsatn/.../detail/unaligned.hpp: values at places of any alignment, as encodings have them.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace stdb::bsatn::detail {

template <class Word>
Word load_word(const std::uint8_t* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// The bytes of a T whose encoding is what memory holds of it, wherever they lie. A list is made of a range of them, not
// of zeros that are then written over; there may be no T where such bytes begin, so each is made of a copy, and
// compilers see that all of these are one memcpy.
template <class T>
struct Image {
  std::array<std::uint8_t, sizeof(T)> bytes;

  operator T() const { return std::bit_cast<T>(bytes); }
};

}  // namespace stdb::bsatn::detail
