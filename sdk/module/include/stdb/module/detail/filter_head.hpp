// sdk/module/.../detail/filter_head.hpp: what a client_visibility_filter is given: SQL, or a function that makes it.
#pragma once

#include <algorithm>
#include <cstddef>

namespace stdb::detail {

template <class MakeQuery, std::size_t Size>
struct FilterHead {
  MakeQuery make_query;
  constexpr FilterHead(MakeQuery given) : make_query(given) {}
};
template <std::size_t Size>
struct FilterHead<void, Size> {
  char characters[Size] = {};
  constexpr FilterHead(const char (&literal)[Size]) { std::copy_n(literal, Size, characters); }
};
template <std::size_t Size>
FilterHead(const char (&)[Size]) -> FilterHead<void, Size>;
template <class MakeQuery>
FilterHead(MakeQuery) -> FilterHead<MakeQuery, 0>;

}  // namespace stdb::detail
