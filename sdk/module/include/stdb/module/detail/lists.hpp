// sdk/module/.../detail/lists.hpp: lists of types, of which a module is put together.
#pragma once

#include <cstddef>
#include <cstdint>

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

template <class... T>
constexpr std::uint32_t length_of(List<T...>) {
  return sizeof...(T);
}

}  // namespace stdb::detail
