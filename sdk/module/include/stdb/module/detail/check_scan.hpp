// sdk/module/.../detail/check_scan.hpp: refuses, in words, what no index can be asked for.
#pragma once

#include <cstddef>

#include "stdb/module/key.hpp"

namespace stdb::detail {

template <class T>
inline constexpr bool is_range = false;
template <class T>
inline constexpr bool is_range<Range<T>> = true;

template <class... Given>
constexpr bool has_range_before_last() {
  constexpr bool ranges[] = {is_range<Given>..., false};
  for (std::size_t place = 0; place + 1 < sizeof...(Given); ++place) {
    if (ranges[place]) return true;
  }
  return false;
}

// Where no filter(), find() or erase() takes what is given. Width is the number of the index's columns.
template <std::size_t Width, class... Given>
[[noreturn]] void refuse_scan() {
  constexpr bool are_few = sizeof...(Given) > 0 && sizeof...(Given) <= Width;
  constexpr bool are_in_place = !has_range_before_last<Given...>();
  static_assert(sizeof...(Given) > 0, "stdb: an index is asked for one value at least, or for a range: between(1, 5)");
  static_assert(sizeof...(Given) <= Width, "stdb: these are more values than the index has columns");
  static_assert(are_in_place, "stdb: a range stands last: give one value for each of the columns before it");
  static_assert(!are_few || !are_in_place,
                "stdb: a value is not of the type of the index's column in its place: convert it, or write an integer "
                "literal that fits the column");
  __builtin_unreachable();
}

}  // namespace stdb::detail
