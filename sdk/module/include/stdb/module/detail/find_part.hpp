// sdk/module/.../detail/find_part.hpp: the first part of a type of which something is true.
#pragma once

#include <type_traits>

#include "stdb/bsatn/detail/check_type.hpp"

namespace stdb::detail {

// std::type_identity of the part, of T itself, or of void. Types that are on the way already are not gone into again.
template <template <class> class Has, class T, class... Seen>
constexpr auto find_part();

template <template <class> class Has, class... Seen>
constexpr std::type_identity<void> find_among_parts(bsatn::detail::Parts<>) {
  return {};
}
template <template <class> class Has, class... Seen, class First, class... Rest>
constexpr auto find_among_parts(bsatn::detail::Parts<First, Rest...>) {
  using Found = decltype(find_part<Has, typename bsatn::detail::innermost<First>::type, Seen...>());
  if constexpr (std::is_same_v<Found, std::type_identity<void>>) {
    return find_among_parts<Has, Seen...>(bsatn::detail::Parts<Rest...>{});
  } else {
    return Found{};
  }
}

template <template <class> class Has, class T, class... Seen>
constexpr auto find_part() {
  if constexpr ((false || ... || std::is_same_v<T, Seen>)) {
    return std::type_identity<void>{};
  } else if constexpr (Has<T>::value) {
    return std::type_identity<T>{};
  } else {
    return find_among_parts<Has, Seen..., T>(typename bsatn::detail::parts_of<T>::type{});
  }
}

template <template <class> class Has, class T>
using part_t = typename decltype(find_part<Has, typename bsatn::detail::innermost<T>::type>())::type;

}  // namespace stdb::detail
