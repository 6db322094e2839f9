// sdk/module/src/row_source.cpp: rows from the host, a buffer at a time.
#include "stdb/module/detail/row_source.hpp"

#include <cstdlib>
#include <utility>

#include "stdb/module/detail/scan.hpp"
#include "stdb/module/panic.hpp"

namespace stdb::detail {

struct RowBuffer {
  RowBuffer* next;  // among those that no scan uses
  std::uint32_t capacity;

  std::uint8_t* rows() { return reinterpret_cast<std::uint8_t*>(this + 1); }
};

namespace {

// A host's chunk is 32 KiB and one row; two of them fit, so most scans take one host call for each 64 KiB of rows.
constexpr std::uint32_t usual_capacity = 65536 - sizeof(RowBuffer);

// Buffers of finished scans. A larger one, made for a row over the usual size, serves the next scan as well.
#ifdef __wasm__
constinit RowBuffer* free_buffers = nullptr;
#else
constinit thread_local RowBuffer* free_buffers = nullptr;
#endif

RowBuffer* new_buffer(std::uint32_t capacity) {
  auto* const fresh = static_cast<RowBuffer*>(std::malloc(sizeof(RowBuffer) + capacity));
  if (fresh == nullptr) panic_at("out of memory for the rows of a scan", {});
  fresh->capacity = capacity;
  return fresh;
}

RowBuffer* take_buffer() {
  RowBuffer* const free = free_buffers;
  if (free == nullptr) [[unlikely]]
    return new_buffer(usual_capacity);
  free_buffers = free->next;
  return free;
}

}  // namespace

// The usual answers here: rows, or rows that are the last ones.
bool RowSource::refill() {
  if (buffer_ == nullptr) buffer_ = take_buffer();
  the_scratch.word = buffer_->capacity;
  const std::int32_t code = stdb_row_iter_bsatn_advance(iterator_, buffer_->rows(), &the_scratch.word);
  if (code == STDB_EXHAUSTED) {
    iterator_ = 0;
  } else if (code != STDB_OK || the_scratch.word == 0) [[unlikely]] {
    return refill_after(code);
  }
  at_ = buffer_->rows();
  end_ = at_ + the_scratch.word;
  return at_ != end_;
}

bool RowSource::refill_after(std::int32_t code) {
  if (code == STDB_BUFFER_TOO_SMALL) {
    const std::uint32_t needed = the_scratch.word;
    std::free(std::exchange(buffer_, nullptr));
    buffer_ = new_buffer(needed);
  } else if (code != STDB_OK) {
    host_refused("scan", on_->name(), code);
  }
  return refill();  // a host may answer with no bytes and still not be done
}

// The buffer first: natively a refusal of the host leaves by an exception.
void RowSource::close() {
  if (buffer_ != nullptr) {
    buffer_->next = free_buffers;
    free_buffers = buffer_;
  }
  if (iterator_ != 0) expect_ok(stdb_row_iter_bsatn_close(iterator_), "end of a scan", on_->name());
}

}  // namespace stdb::detail
