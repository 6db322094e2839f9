// sdk/module/.../detail/has_part.hpp: whether something is true of a type or of one of its parts.
#pragma once

#include <type_traits>

#include "stdb/bsatn/detail/check_type.hpp"

namespace stdb::detail {

template <template <class> class Has, class... Part>
constexpr bool has_leaf(bsatn::detail::Parts<Part...>) {
  return (false || ... || Has<typename bsatn::detail::innermost<Part>::type>::value);
}

// Of a type without parts that have parts: looked through once, whatever it is found in.
template <template <class> class Has, class T>
inline constexpr bool is_or_has_leaf = Has<T>::value || has_leaf<Has>(typename bsatn::detail::parts_of<T>::type{});

template <template <class> class Has, class T, class... Seen>
constexpr bool search_part();

template <template <class> class Has, class... Seen, class... Part>
constexpr bool search_parts(bsatn::detail::Parts<Part...>) {
  return (false || ... || search_part<Has, typename bsatn::detail::innermost<Part>::type, Seen...>());
}

// Types that are on the way already are not gone into again.
template <template <class> class Has, class T, class... Seen>
constexpr bool search_part() {
  if constexpr (bsatn::detail::is_flat<T>) {
    return is_or_has_leaf<Has, T>;
  } else if constexpr ((false || ... || std::is_same_v<T, Seen>)) {
    return false;
  } else {
    return Has<T>::value || search_parts<Has, Seen..., T>(typename bsatn::detail::parts_of<T>::type{});
  }
}

template <template <class> class Has, class T>
inline constexpr bool has_part = search_part<Has, typename bsatn::detail::innermost<T>::type>();

}  // namespace stdb::detail
