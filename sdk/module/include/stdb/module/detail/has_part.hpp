// sdk/module/.../detail/has_part.hpp: whether something is true of a type or of one of its parts.
#pragma once

#include <type_traits>

#include "stdb/bsatn/detail/check_type.hpp"

namespace stdb::detail {

template <template <class> class Has, class... Part>
constexpr bool has_leaf(bsatn::detail::Fields<Part...>) {
  return (false || ... || Has<bsatn::detail::innermost_t<Part>>::value);
}

// Of a type without parts that have parts: looked through once, whatever it is found in.
template <template <class> class Has, class T>
inline constexpr bool is_or_has_leaf = Has<T>::value || has_leaf<Has>(bsatn::detail::parts_of_t<T>{});
template <template <class> class Has>
inline constexpr bool is_or_has_leaf<Has, void> = false;

template <template <class> class Has, class T, class... Seen>
constexpr bool search_part();

template <template <class> class Has, class... Seen, class... Part>
constexpr bool search_parts(bsatn::detail::Fields<Part...>) {
  return (false || ... || is_or_has_leaf<Has, bsatn::detail::flat_part_t<Part>>) ||
         (false || ... || search_part<Has, bsatn::detail::deep_part_t<Part>, Seen...>());
}

// Types that are on the way already are not gone into again.
template <template <class> class Has, class T, class... Seen>
constexpr bool search_part() {
  if constexpr (std::is_void_v<T> || (false || ... || std::is_same_v<T, Seen>)) {
    return false;
  } else {
    return Has<T>::value || search_parts<Has, Seen..., T>(bsatn::detail::parts_of_t<T>{});
  }
}

template <template <class> class Has, class T, class End = bsatn::detail::innermost_t<T>,
          bool IsFlat = bsatn::detail::is_flat<End>>
inline constexpr bool has_part = is_or_has_leaf<Has, End>;
template <template <class> class Has, class T, class End>
inline constexpr bool has_part<Has, T, End, false> = search_part<Has, End>();

}  // namespace stdb::detail
