// sdk/host/src/store/key_form.hpp: how servers of 2.x keep the keys of an index, as far as a module can tell.
#pragma once

#include <cstdint>
#include <span>

#include "stdb/host/algebraic_type.hpp"
#include "stdb/host/schema.hpp"

namespace stdb::host {

enum class KeyForm : std::uint8_t {
  values,  // bytes that follow a value in a scan's arguments are ignored
  packed,  // short keys without strings and arrays: nothing may follow a value
  tag,     // one column of a plain enum: whatever tag is asked for
};

// Of an index on columns of these types.
KeyForm key_form(std::span<const AlgebraicType* const> columns, const Typespace& space, IndexAlgorithm algorithm);

}  // namespace stdb::host
