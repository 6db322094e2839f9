// sdk/testing/.../detail/column_order.hpp: the order of a column's values, as indexes have it.
#pragma once

#include <compare>
#include <concepts>

namespace stdb::testing::detail {

// Values of one type, or a text and a view of one. -0 equals +0, all NaNs are equal and greatest.
template <class Left, class Right>
std::weak_ordering compare_columns(const Left& left, const Right& right) {
  if constexpr (std::floating_point<Left>) {
    const bool is_nan = left != left;
    const bool other_is_nan = right != right;
    if (is_nan || other_is_nan) return is_nan <=> other_is_nan;
  }
  if (left < right) return std::weak_ordering::less;
  return right < left ? std::weak_ordering::greater : std::weak_ordering::equivalent;
}

}  // namespace stdb::testing::detail
