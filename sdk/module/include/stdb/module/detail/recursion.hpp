// sdk/module/.../detail/recursion.hpp: which types contain themselves.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "stdb/bsatn/kind.hpp"

namespace stdb::detail {

template <class Part, class Target, class... Seen>
constexpr bool part_reaches();

template <class T, class Target, class... Seen>
constexpr bool fields_reach() {
  return []<std::size_t... Index>(std::index_sequence<Index...>) {
    return (false || ... || part_reaches<bsatn::detail::field_type<T, Index>, Target, Seen...>());
  }(std::make_index_sequence<bsatn::detail::field_count<T>>{});
}

// Whether a part of a type leads to Target. Types already on the way are not gone into again.
template <class Part, class Target, class... Seen>
constexpr bool part_reaches() {
  constexpr bsatn::Kind k = bsatn::kind<Part>;
  if constexpr (k == bsatn::Kind::list || k == bsatn::Kind::array || k == bsatn::Kind::option) {
    return part_reaches<typename Part::value_type, Target, Seen...>();
  } else if constexpr (k == bsatn::Kind::box) {
    return part_reaches<std::remove_const_t<typename Part::element_type>, Target, Seen...>();
  } else if constexpr (k == bsatn::Kind::result) {
    return part_reaches<typename Part::value_type, Target, Seen...>() ||
           part_reaches<typename Part::error_type, Target, Seen...>();
  } else if constexpr (k != bsatn::Kind::sum && k != bsatn::Kind::product) {
    return false;
  } else if constexpr (std::is_same_v<Part, Target>) {
    return true;
  } else if constexpr ((false || ... || std::is_same_v<Part, Seen>)) {
    return false;
  } else if constexpr (k == bsatn::Kind::sum) {
    return fields_reach<typename Part::cases, Target, Seen..., Part>();
  } else {
    return fields_reach<Part, Target, Seen..., Part>();
  }
}

template <class T>
constexpr bool contains_itself() {
  if constexpr (bsatn::kind<T> == bsatn::Kind::sum) {
    return fields_reach<typename T::cases, T>();
  } else if constexpr (bsatn::kind<T> == bsatn::Kind::product) {
    return fields_reach<T, T>();
  } else {
    return false;
  }
}

}  // namespace stdb::detail
