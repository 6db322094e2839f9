// sdk/module/.../detail/row_source.hpp: the bytes of a scan's rows, fetched from the host as they are needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stdb/module/detail/runtime.hpp"

namespace stdb::detail {

// Owns the host's iterator and one buffer from a small pool: scans may be nested, and a scan after the first few costs
// no heap call. Move-only; closes what was not read to the end, since a host keeps open iterators for the instance's
// life.
class RowSource {
 public:
  RowSource() = default;
  RowSource(std::uint32_t iterator, const Named& on) : iterator_(iterator), on_(&on) {}
  RowSource(RowSource&& other) noexcept { *this = static_cast<RowSource&&>(other); }
  RowSource& operator=(RowSource&& other) noexcept;
  // Natively a host call that traps unwinds with an exception, from here too.
  ~RowSource() noexcept(false) { close(); }

  // The bytes not yet consumed: whole rows. Asks the host for more when there are none left; empty at the end.
  std::span<const std::uint8_t> rows();

  // The first `count` bytes of rows() are dealt with.
  void consume(std::size_t count) { begin_ += static_cast<std::uint32_t>(count); }

  std::string_view table() const { return on_->name(); }

 private:
  void fetch();
  void close();

  std::uint32_t iterator_ = 0;  // 0: the host has given everything
  std::uint32_t capacity_ = 0;
  std::uint8_t* buffer_ = nullptr;
  std::uint32_t begin_ = 0;  // of the unread bytes in buffer_
  std::uint32_t end_ = 0;
  const Named* on_ = nullptr;  // for the text of a panic
};

}  // namespace stdb::detail
