// sdk/module/.../detail/duplicates.hpp: whether two of several names are the same.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace stdb::detail {

constexpr bool has_duplicates(std::vector<std::string_view> names) {
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

}  // namespace stdb::detail
