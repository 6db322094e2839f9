// sdk/module/.../detail/duplicates.hpp: whether two of several names are the same.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/module/detail/name_hash.hpp"

namespace stdb::detail {

constexpr bool has_equal_hashes(std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  return std::adjacent_find(hashes.begin(), hashes.end()) != hashes.end();
}

// By their hashes: names that begin alike take the compiler long to put in order.
constexpr bool has_duplicates(std::span<const std::string_view> names) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(names.size());
  for (const std::string_view name : names) hashes.push_back((NameHash() << name).value());
  return has_equal_hashes(std::move(hashes));
}

// The places of two names that are the same, of which there are some.
constexpr std::pair<std::size_t, std::size_t> places_of_duplicates(std::span<const std::string_view> names) {
  for (std::size_t second = 1; second < names.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      if (names[first] == names[second]) return {first, second};
    }
  }
  return {0, 0};
}

}  // namespace stdb::detail
