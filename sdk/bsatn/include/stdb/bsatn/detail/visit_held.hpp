// sdk/bsatn/.../detail/visit_held.hpp: calls a function with what a variant holds.
#pragma once

#include <cstddef>
#include <type_traits>
#include <variant>

namespace stdb::bsatn::detail {

// Calls visitor(payload) with the payload of the case that a variant holds. A chain of comparisons, not std::visit:
// that builds a table of functions for every use, which costs a module more bytes than the comparisons.
template <std::size_t Index = 0, class Variant, class Visitor>
constexpr auto visit_held(Variant& variant, Visitor&& visitor) {
  if constexpr (Index + 1 == std::variant_size_v<std::remove_const_t<Variant>>) {
    return visitor(*std::get_if<Index>(&variant));
  } else {
    if (variant.index() == Index) return visitor(*std::get_if<Index>(&variant));
    return visit_held<Index + 1>(variant, visitor);
  }
}

}  // namespace stdb::bsatn::detail
