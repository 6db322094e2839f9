// sdk/module/.../detail/recursion.hpp: which types contain themselves.
#pragma once

#include <type_traits>

#include "stdb/bsatn/detail/check_type.hpp"

namespace stdb::detail {

template <class Part, class Target, class... Seen>
constexpr bool part_reaches();

template <class Target, class... Seen, class... Part>
constexpr bool parts_reach(bsatn::detail::Fields<Part...>) {
  return (false || ... || part_reaches<bsatn::detail::innermost_t<Part>, Target, Seen...>());
}

// Whether a part of a type leads to Target. Types already on the way are not gone into again.
template <class Part, class Target, class... Seen>
constexpr bool part_reaches() {
  if constexpr (bsatn::detail::is_flat<Part>) {
    return false;  // as Target never is
  } else if constexpr (std::is_same_v<Part, Target>) {
    return true;
  } else if constexpr ((false || ... || std::is_same_v<Part, Seen>)) {
    return false;
  } else {
    return parts_reach<Target, Seen..., Part>(bsatn::detail::parts_of_t<Part>{});
  }
}

template <class T>
constexpr bool contains_itself() {
  if constexpr (bsatn::detail::is_flat<T>) {
    return false;
  } else {
    return parts_reach<T>(bsatn::detail::parts_of_t<T>{});
  }
}

}  // namespace stdb::detail
