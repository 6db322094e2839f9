// sdk/bsatn/.../detail/unaligned.hpp: values at places of any alignment, as encodings have them, and copies of runs of
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace stdb::bsatn::detail {

// In wasm a copy or a fill of any length is one instruction, and is counted as one. Natively each is a call and a pass
// over memory, which short texts and new lists are spared.
#ifdef __wasm__
inline constexpr bool copies_in_one_instruction = true;
#else
inline constexpr bool copies_in_one_instruction = false;
#endif

template <class Word>
Word load_word(const std::uint8_t* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

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

// Goes over values that memory holds as their encoding does, for a list that is made of them: one made of zeros first
// would be written twice. Copies each value out, since there may be no T where one begins.
template <class T>
class UnalignedIterator {
 public:
  using iterator_category = std::random_access_iterator_tag;  // so that a list asks for its memory once
  using value_type = T;
  using difference_type = std::ptrdiff_t;
  using pointer = const T*;
  using reference = T;

  explicit UnalignedIterator(const std::uint8_t* at) : at_(at) {}

  T operator*() const {
    T value;
    std::memcpy(static_cast<void*>(&value), at_, sizeof value);
    return value;
  }
  UnalignedIterator& operator++() { return *this += 1; }
  UnalignedIterator& operator--() { return *this += -1; }
  UnalignedIterator& operator+=(difference_type count) {
    at_ += count * size;
    return *this;
  }
  UnalignedIterator operator+(std::size_t count) const { return UnalignedIterator(at_ + count * sizeof(T)); }
  difference_type operator-(UnalignedIterator other) const { return (at_ - other.at_) / size; }
  bool operator==(const UnalignedIterator&) const = default;

 private:
  static constexpr auto size = static_cast<difference_type>(sizeof(T));

  const std::uint8_t* at_;
};

}  // namespace stdb::bsatn::detail
