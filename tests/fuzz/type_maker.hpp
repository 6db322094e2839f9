// tests/fuzz/type_maker.hpp: types of any shape, made from the bytes of an input.
#pragma once

#include <optional>

#include "stdb/host/algebraic_type.hpp"
#include "target.hpp"

namespace stdb::fuzz {

// A few types that may refer to each other, and one of them to begin with.
struct MadeTypes {
  host::Typespace space;
  host::AlgebraicType root;
};

// None where the types would not end or are too large, as the host says it.
std::optional<MadeTypes> make_types(Script& script);

bool has_floats(const host::AlgebraicType& type, const host::Typespace& space);

}  // namespace stdb::fuzz
