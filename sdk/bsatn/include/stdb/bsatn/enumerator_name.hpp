// sdk/bsatn/.../enumerator_name.hpp: enumerator_name, what an enum's value is called.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "stdb/bsatn/detail/enumerators.hpp"

namespace stdb {

// As on the wire; empty of a value that no enumerator names.
template <class Enum>
  requires std::is_enum_v<Enum>
constexpr std::string_view enumerator_name(Enum value) {
  static_assert(bsatn::detail::HasFixedType<Enum>,
                "stdb: this enum has no fixed type: write `enum class`, or `enum Color : std::uint8_t`");
  const auto number = static_cast<std::uint64_t>(value);
  for (const bsatn::detail::Enumerator& enumerator : bsatn::detail::enumerators<Enum>.at) {
    if (enumerator.value == number) return enumerator.name;
  }
  return {};
}

}  // namespace stdb
