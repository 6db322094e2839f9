// sdk/module/src/row_source.cpp: rows from the host, a buffer at a time.
#include "stdb/module/detail/row_source.hpp"

#include <cstdlib>
#include <utility>

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

std::uint8_t* new_buffer(std::uint32_t capacity) {
  auto* const fresh = static_cast<std::uint8_t*>(std::malloc(capacity));
  if (fresh == nullptr) panic_at("out of memory for the rows of a scan", {});
  return fresh;
}

std::uint8_t* usual_buffer() {
  if (free_buffers == nullptr) return new_buffer(usual_capacity);
  return reinterpret_cast<std::uint8_t*>(std::exchange(free_buffers, free_buffers->next));
}

void give_back(std::uint8_t* buffer, std::uint32_t capacity) {
  if (capacity != usual_capacity) return std::free(buffer);
  auto* const free = reinterpret_cast<FreeBuffer*>(buffer);
  free->next = free_buffers;
  free_buffers = free;
}

}  // namespace

bool RowSource::refill() {
  // A host may answer a call with no bytes and still not be done.
  while (iterator_ != 0) {
    if (buffer_ == nullptr) {
      buffer_ = usual_buffer();
      capacity_ = usual_capacity;
    }
    the_scratch.word = capacity_;
    const std::int32_t code = stdb_row_iter_bsatn_advance(iterator_, buffer_, &the_scratch.word);
    if (code == STDB_EXHAUSTED) {
      iterator_ = 0;
    } else if (code == STDB_BUFFER_TOO_SMALL) {
      const std::uint32_t needed = the_scratch.word;
      give_back(std::exchange(buffer_, nullptr), capacity_);
      buffer_ = new_buffer(needed);
      capacity_ = needed;
      continue;
    } else if (code != STDB_OK) {
      host_refused("scan", on_->name(), code);
    }
    at_ = buffer_;
    end_ = buffer_ + the_scratch.word;
    if (the_scratch.word != 0) return true;
  }
  if (on_ != nullptr) close();
  return false;
}

// The buffer first: natively a refusal of the host leaves by an exception.
void RowSource::close() {
  const Named& on = *std::exchange(on_, nullptr);
  at_ = end_ = nullptr;
  if (buffer_ != nullptr) give_back(std::exchange(buffer_, nullptr), capacity_);
  if (iterator_ != 0) expect_ok(stdb_row_iter_bsatn_close(std::exchange(iterator_, 0)), "end of a scan", on.name());
}

}  // namespace stdb::detail
