// sdk/module/.../detail/duplicates.hpp: whether two of several names are the same.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace stdb::detail {

constexpr bool has_duplicates(std::vector<std::string_view> names) {
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
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
