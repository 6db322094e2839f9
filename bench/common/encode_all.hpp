// bench/common/encode_all.hpp: our codec's half of the comparison that is the same natively and in a module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stdb/bsatn.hpp"

namespace stdb::bench {

// Encodes all values, one after the other, from `at` on; grows the bytes where they do not suffice and answers the end.
template <class T>
std::size_t encode_all(const std::vector<T>& values, std::vector<std::uint8_t>& bytes, std::size_t at) {
  // Held here: through `bytes` they would be read again after each byte that is written.
  std::uint8_t* begin = bytes.data();
  std::size_t capacity = bytes.size();
  for (const T& value : values) {
    const std::size_t size = bsatn::measure(value);
    if (at + size > capacity) {
      capacity = 2 * (at + size);
      bytes.resize(capacity);
      begin = bytes.data();
    }
    bsatn::encode_at(begin + at, value);
    at += size;
  }
  return at;
}

}  // namespace stdb::bench
