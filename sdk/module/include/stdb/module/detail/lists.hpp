// sdk/module/.../detail/lists.hpp: lists of types, of which a module is put together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace stdb::detail {

template <class... T>
struct List {};

// Joins lists, which are few; each may be long and is only expanded.
template <class... Lists>
struct Join {
  using type = List<>;
};
template <class... A>
struct Join<List<A...>> {
  using type = List<A...>;
};
template <class... A, class... B, class... Rest>
struct Join<List<A...>, List<B...>, Rest...> {
  using type = typename Join<List<A..., B...>, Rest...>::type;
};
template <class... Lists>
using join_t = typename Join<Lists...>::type;

// Whether a list of entries has one for the function. An array, not a fold: a module's functions are many.
template <class Function, class Entries>
inline constexpr bool is_among = false;
template <class Function, class... Entries>
inline constexpr bool is_among<Function, List<Entries...>> = [] {
  constexpr bool same[] = {false, std::is_same_v<Function, typename Entries::function>...};
  for (const bool one : same) {
    if (one) return true;
  }
  return false;
}();

// Whether a list has the type itself.
template <class One, class Types>
inline constexpr bool is_listed = false;
template <class One, class... Type>
inline constexpr bool is_listed<One, List<Type...>> = [] {
  constexpr bool same[] = {false, std::is_same_v<One, Type>...};
  for (const bool one : same) {
    if (one) return true;
  }
  return false;
}();

template <class... T>
constexpr std::uint32_t length_of(List<T...>) {
  return sizeof...(T);
}

}  // namespace stdb::detail
