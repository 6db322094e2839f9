// sdk/module/.../detail/row_source.hpp: the bytes of a scan's rows, fetched from the host as they are needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "stdb/bsatn/decode.hpp"
#include "stdb/module/detail/runtime.hpp"

namespace stdb::detail {

// Reads the row that begins at `at`; where it ends. Bytes that are none are a panic.
template <class Row>
const std::uint8_t* take_row(const std::uint8_t* at, const std::uint8_t* end, Row& row, const Named& on) {
  if constexpr (bsatn::detail::require_encodable<Row>()) {
    bsatn::detail::Refusal refusal;
    at = bsatn::detail::decode_checked(at, end, refusal, row);
    if (at == nullptr) [[unlikely]]
      row_does_not_decode(on.name());
  }
  return at;
}

struct RowBuffer;

// Owns the host's iterator and one buffer from a small pool: scans may be nested, and a scan after the first few costs
// no heap call. Move-only; closes what was not read to the end, since a host keeps open iterators for the instance's
// life.
class RowSource {
 public:
  RowSource() = default;
  RowSource(std::uint32_t iterator, const Named& on) : iterator_(iterator), on_(&on) {}
  RowSource(RowSource&& other) noexcept { swap(other); }
  RowSource& operator=(RowSource&& other) noexcept {
    swap(other);
    return *this;
  }
  // Natively a host call that traps unwinds with an exception, from here too.
  ~RowSource() noexcept(false) {
    if (on_ != nullptr) close();
  }

  // The next row, if there is one. Inlined: most of the time it is a comparison, and what reads the row.
  template <class Row>
  [[gnu::always_inline]] bool next(Row& row) {
    if (at_ == end_ && (iterator_ == 0 || !refill())) return false;
    at_ = take_row(at_, end_, row, *on_);
    return true;
  }

 private:
  // Asks the host for rows, once those that it gave are read; false if there are none.
  bool refill();
  // The same where the host's answer was another than rows.
  bool refill_after(std::int32_t code);
  // Gives everything back; for the end of the object.
  void close();
  void swap(RowSource& other) noexcept {
    std::swap(at_, other.at_);
    std::swap(end_, other.end_);
    std::swap(buffer_, other.buffer_);
    std::swap(iterator_, other.iterator_);
    std::swap(on_, other.on_);
  }

  const std::uint8_t* at_ = nullptr;  // of the rows not yet read, in buffer_
  const std::uint8_t* end_ = nullptr;
  RowBuffer* buffer_ = nullptr;
  std::uint32_t iterator_ = 0;  // 0: the host has given everything
  const Named* on_ = nullptr;   // for the text of a panic; null: there is nothing to give back
};

}  // namespace stdb::detail
