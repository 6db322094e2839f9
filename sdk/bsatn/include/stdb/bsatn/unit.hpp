// sdk/bsatn/.../unit.hpp: Unit, the type of one value.
#pragma once

namespace stdb {

// The payload of a sum's case that carries nothing; no bytes on the wire. Source: BSATN's empty product.
struct Unit {
  constexpr bool operator==(const Unit&) const = default;
};

}  // namespace stdb
