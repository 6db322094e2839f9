// sdk/bsatn/.../detail/unaligned.hpp: values at places of any alignment, as encodings have them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace stdb::bsatn::detail {

template <class Word>
Word load_word(const std::uint8_t* at) {
  Word word;
  std::memcpy(&word, at, sizeof word);
  return word;
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
  T operator[](difference_type count) const { return *(*this + count); }

  UnalignedIterator& operator+=(difference_type count) {
    at_ += count * size;
    return *this;
  }
  UnalignedIterator& operator-=(difference_type count) { return *this += -count; }
  UnalignedIterator& operator++() { return *this += 1; }
  UnalignedIterator& operator--() { return *this -= 1; }
  UnalignedIterator operator+(difference_type count) const { return UnalignedIterator(*this) += count; }
  UnalignedIterator operator-(difference_type count) const { return UnalignedIterator(*this) -= count; }
  difference_type operator-(UnalignedIterator other) const { return (at_ - other.at_) / size; }
  auto operator<=>(const UnalignedIterator&) const = default;

 private:
  static constexpr auto size = static_cast<difference_type>(sizeof(T));

  const std::uint8_t* at_;
};

}  // namespace stdb::bsatn::detail
