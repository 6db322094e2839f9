// sdk/bsatn/.../detail/refusal.hpp: Refusal, why decoding has stopped.
#pragma once

#include <cstdint>

#include "stdb/bsatn/decode_error.hpp"

namespace stdb::bsatn {

// How deep lists and boxes may be nested in one value; what is deeper is refused, not followed. A description nests
// some 10 deep, a row less.
inline constexpr std::uint32_t max_depth = 64;

// How many elements a list may claim whose elements take no bytes: nothing else bounds them.
inline constexpr std::uint32_t max_empty_elements = 1u << 20;

namespace detail {

// One for each walk. Written to when the walk fails, which is once.
struct Refusal {
  DecodeError::Code code = DecodeError::Code::none;
  std::uint32_t depth = 0;           // how many levels of nesting are open
  const std::uint8_t* at = nullptr;  // where the offending part begins

  // Always null, to be returned.
  constexpr const std::uint8_t* note(DecodeError::Code why, const std::uint8_t* where) {
    code = why;
    at = where;
    return nullptr;
  }
};

}  // namespace detail
}  // namespace stdb::bsatn
