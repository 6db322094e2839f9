// sdk/host/.../value.hpp: encoded values, read by their described type. Nothing here trusts the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>

#include "stdb/host/algebraic_type.hpp"
#include "stdb/host/bytes.hpp"

namespace stdb::host {

// Where and why bytes are no value of their type.
struct DecodeError {
  std::size_t offset;  // into the bytes that were given
  std::string text;    // "at byte 12: a string of 500 bytes, but 3 are left"
};

// Checks that `bytes` begin with a value of the type; the bytes that it takes. What follows is not looked at.
// `type` must have been prepared by `space`.
std::expected<std::size_t, DecodeError> measure(const AlgebraicType& type, const Typespace& space, ByteView bytes);

// The bytes of a value that measure() has accepted. Costs a walk over the value, or nothing when its size is fixed.
std::size_t checked_size(const AlgebraicType& type, const Typespace& space, ByteView bytes);

// Appends a string whose bytewise order is the order of values of the type (host-abi 2.3): numbers by size, false
// before true, strings by bytes, arrays and products by their parts, sums by case and then payload; -0 equals +0, all
// NaNs are equal and greatest. No such string is the start of another of the same type. Reads one value that measure()
// has accepted; the bytes that it takes.
std::size_t append_sort_key(const AlgebraicType& type, const Typespace& space, ByteView bytes, Bytes& out);

}  // namespace stdb::host
