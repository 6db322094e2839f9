// sdk/bsatn/.../reader.hpp: Reader, a walk over bytes that never leaves them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "stdb/bsatn/detail/refusal.hpp"

namespace stdb::bsatn {

// Borrows the bytes. What decode_next makes of them: the next values, or the first failure, which ends the walk: after
// it nothing is to be read with this Reader.
class Reader {
 public:
  constexpr explicit Reader(std::span<const std::uint8_t> bytes)
      : begin_(bytes.empty() ? &nothing : bytes.data()), at_(begin_), end_(begin_ + bytes.size()) {}

  constexpr std::size_t remaining() const { return static_cast<std::size_t>(end_ - at_); }
  constexpr const std::uint8_t* position() const { return at_; }
  constexpr const std::uint8_t* end() const { return end_; }

  // What the first failure was; code none where there was none.
  constexpr DecodeError error() const {
    if (refusal_.code == DecodeError::Code::none) return {};
    return {refusal_.code, static_cast<std::size_t>(refusal_.at - begin_)};
  }

  // Goes on by `count` bytes and returns where they begin; null, with an error, if there are fewer.
  constexpr const std::uint8_t* take(std::size_t count) {
    if (remaining() < count) return refusal_.note(DecodeError::Code::truncated, at_);
    const std::uint8_t* const taken = at_;
    at_ += count;
    return taken;
  }

  // Goes on where a value has ended; null is a failure, and false.
  constexpr bool go_to(const std::uint8_t* at) {
    if (at == nullptr) [[unlikely]]
      return false;
    at_ = at;
    return true;
  }

  // Always false, to be returned: what is at the present place is refused.
  constexpr bool refuse(DecodeError::Code code) {
    refusal_.note(code, at_);
    return false;
  }

  constexpr detail::Refusal& refusal() { return refusal_; }

 private:
  // Null says that a value did not decode, so that nothing is somewhere, too.
  static constexpr std::uint8_t nothing = 0;

  const std::uint8_t* begin_;
  const std::uint8_t* at_;
  const std::uint8_t* end_;
  detail::Refusal refusal_;
};

}  // namespace stdb::bsatn
