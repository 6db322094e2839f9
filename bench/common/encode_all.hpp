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
  std::size_t end = at;
  for (const T& value : values) end += bsatn::measure(value);
  if (end > bytes.size()) bytes.resize(end);
  std::uint8_t* to = bytes.data() + at;
  for (const T& value : values) to = bsatn::encode_at(to, value);
  return end;
}

}  // namespace stdb::bench
