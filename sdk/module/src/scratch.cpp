// sdk/module/src/scratch.cpp: the buffer for what goes to the host and for a call's arguments.
#include <cstdlib>
#include <cstring>

#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/panic.hpp"

namespace stdb::detail {
namespace {

// Named buffers. Large enough that small rows and arguments never meet the heap.
constexpr std::size_t first_size = 4096;
#ifdef __wasm__
alignas(16) constinit std::uint8_t first_buffer[first_size];
constinit std::uint8_t* buffer = first_buffer;
constinit std::size_t capacity = first_size;
#else
// Natively several databases may run in several threads.
alignas(16) constinit thread_local std::uint8_t first_buffer[first_size];
constinit thread_local std::uint8_t* buffer = nullptr;
constinit thread_local std::size_t capacity = 0;
#endif

// Keeps the first `used` bytes.
void grow(std::size_t size, std::size_t used) {
  if (size <= first_size && buffer == nullptr) {
    buffer = first_buffer;
    capacity = first_size;
    return;
  }
  std::size_t larger = capacity < first_size ? first_size : capacity;
  while (larger < size) larger *= 2;
  auto* const fresh = static_cast<std::uint8_t*>(std::malloc(larger));
  if (fresh == nullptr) panic_at("out of memory for a row or the arguments of a call", {});
  if (used != 0) std::memcpy(fresh, buffer, used);
  if (buffer != first_buffer) std::free(buffer);
  buffer = fresh;
  capacity = larger;
}

}  // namespace

std::span<std::uint8_t> scratch(std::size_t size) { return keep_scratch(0, size); }

std::span<std::uint8_t> keep_scratch(std::size_t used, std::size_t size) {
  if (size > capacity) grow(size, used);
  return {buffer, capacity};
}

std::span<const std::uint8_t> read_arguments(std::uint32_t source) {
  if (source == STDB_INVALID_HANDLE) return {};
  std::size_t used = 0;
  scratch(first_size);
  for (;;) {
    auto size = static_cast<std::uint32_t>(capacity - used);
    const std::int32_t code = stdb_bytes_source_read(source, buffer + used, &size);
    if (code != STDB_OK && code != STDB_EXHAUSTED) host_refused("read", "the arguments", code);
    used += size;
    if (code == STDB_EXHAUSTED) return {buffer, used};
    if (used == capacity) grow(capacity * 2, used);
  }
}

std::string read_text(std::uint32_t source) {
  const std::span<const std::uint8_t> bytes = read_arguments(source);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace stdb::detail
