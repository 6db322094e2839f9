// sdk/module/src/row_source.cpp: rows from the host, a buffer at a time.
#include "stdb/module/detail/row_source.hpp"

#include <cstdlib>
#include <utility>

#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/detail/scan.hpp"
#include "stdb/module/panic.hpp"

namespace stdb::detail {
namespace {

// A host's chunk is 32 KiB and one row; two of them fit, so most scans take one host call for each 64 KiB of rows.
constexpr std::uint32_t usual_capacity = 64 * 1024;

// Buffers of finished scans, linked through their first bytes. Only those of the usual size are kept.
struct FreeBuffer {
  FreeBuffer* next;
};
#ifdef __wasm__
constinit FreeBuffer* free_buffers = nullptr;
#else
constinit thread_local FreeBuffer* free_buffers = nullptr;
#endif

std::uint8_t* take_buffer(std::uint32_t capacity) {
  if (capacity == usual_capacity && free_buffers != nullptr) {
    return reinterpret_cast<std::uint8_t*>(std::exchange(free_buffers, free_buffers->next));
  }
  auto* const fresh = static_cast<std::uint8_t*>(std::malloc(capacity));
  if (fresh == nullptr) panic_at("out of memory for the rows of a scan", {});
  return fresh;
}

void give_back(std::uint8_t* buffer, std::uint32_t capacity) {
  if (capacity != usual_capacity) return std::free(buffer);
  auto* const free = reinterpret_cast<FreeBuffer*>(buffer);
  free->next = free_buffers;
  free_buffers = free;
}

}  // namespace

RowSource& RowSource::operator=(RowSource&& other) noexcept {
  if (this == &other) return *this;
  close();
  iterator_ = std::exchange(other.iterator_, 0);
  capacity_ = std::exchange(other.capacity_, 0);
  buffer_ = std::exchange(other.buffer_, nullptr);
  begin_ = other.begin_;
  end_ = other.end_;
  on_ = other.on_;
  return *this;
}

std::span<const std::uint8_t> RowSource::rows() {
  // A host may answer a call with no bytes and still not be done.
  while (begin_ == end_ && iterator_ != 0) fetch();
  return {buffer_ + begin_, static_cast<std::size_t>(end_ - begin_)};
}

void RowSource::fetch() {
  if (buffer_ == nullptr) {
    buffer_ = take_buffer(usual_capacity);
    capacity_ = usual_capacity;
  }
  std::uint32_t size = capacity_;
  const std::int32_t code = stdb_row_iter_bsatn_advance(iterator_, buffer_, &size);
  if (code == STDB_BUFFER_TOO_SMALL) {
    give_back(std::exchange(buffer_, nullptr), capacity_);
    buffer_ = take_buffer(size);
    capacity_ = size;
    return;
  }
  if (code != STDB_OK && code != STDB_EXHAUSTED) host_refused("scan", table(), code);
  if (code == STDB_EXHAUSTED) iterator_ = 0;
  begin_ = 0;
  end_ = size;
}

// The buffer first: natively a refusal of the host leaves by an exception.
void RowSource::close() {
  if (buffer_ != nullptr) give_back(std::exchange(buffer_, nullptr), capacity_);
  if (iterator_ != 0) expect_ok(stdb_row_iter_bsatn_close(std::exchange(iterator_, 0)), "end of a scan", table());
}

RowSource scan_table(Named& table) {
  std::uint32_t iterator = 0;
  expect_ok(stdb_datastore_table_scan_bsatn(table_id(table), &iterator), "scan", table.name());
  return {iterator, table};
}

}  // namespace stdb::detail
