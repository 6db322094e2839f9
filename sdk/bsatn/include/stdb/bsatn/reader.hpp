// sdk/bsatn/.../reader.hpp: Reader, a walk over bytes that never leaves them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "stdb/bsatn/decode_error.hpp"
#include "stdb/bsatn/integers.hpp"

namespace stdb::bsatn {

// How deep lists, options, results and boxes may be nested in one value; what is deeper is refused, not followed. A
// description nests some 10 deep, a row less.
inline constexpr std::uint32_t max_depth = 64;

// How many elements a list may claim whose elements take no bytes: nothing else bounds them.
inline constexpr std::uint32_t max_empty_elements = 1u << 20;

// Borrows the bytes. After the first failure nothing more is read.
class Reader {
 public:
  constexpr explicit Reader(std::span<const std::uint8_t> bytes)
      : begin_(bytes.data()), at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  constexpr std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }
  constexpr const std::uint8_t* position() const { return at_; }
  // What the first failure was; code none where there was none.
  constexpr const DecodeError& error() const { return error_; }

  // Goes on by `count` bytes and returns where they begin; null, with an error, if there are fewer.
  constexpr const std::uint8_t* take(std::size_t count) {
    if (remaining() < count) {
      refuse(DecodeError::Code::truncated);
      return nullptr;
    }
    const std::uint8_t* const taken = at_;
    at_ += count;
    return taken;
  }

  template <class Int>
  constexpr bool integer(Int& out) {
    const std::uint8_t* const from = take(sizeof(Int));
    if (from == nullptr) return false;
    if consteval {
      u128 value = 0;
      for (std::size_t i = 0; i < sizeof(Int); ++i) value |= static_cast<u128>(from[i]) << (8 * i);
      out = static_cast<Int>(value);
    } else {
      std::memcpy(&out, from, sizeof out);
    }
    return true;
  }

  // Always false, to be returned. Names the byte `back` before the present one.
  constexpr bool refuse(DecodeError::Code code, std::size_t back = 0) {
    error_ = {code, static_cast<std::size_t>(at_ - begin_) - back};
    return false;
  }

  // One level of nesting; false where it is one too many.
  constexpr bool enter() { return ++depth_ <= max_depth || refuse(DecodeError::Code::too_deep); }
  constexpr void leave() { --depth_; }

 private:
  const std::uint8_t* begin_;
  const std::uint8_t* at_;
  const std::uint8_t* end_;
  DecodeError error_;
  std::uint32_t depth_ = 0;
};

}  // namespace stdb::bsatn
