// sdk/module/src/scratch.cpp: the scratch buffer.
#include "stdb/module/detail/scratch.hpp"

#include <cstdlib>
#include <cstring>

#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/panic.hpp"

namespace stdb::detail {

#ifdef __wasm__
alignas(16) constinit std::uint8_t first_scratch[first_scratch_size];
constinit Scratch the_scratch = {first_scratch, first_scratch_size, 0};
#else
// The address of what each thread has is no constant: grow_scratch sees to it.
alignas(16) constinit thread_local std::uint8_t first_scratch[first_scratch_size];
constinit thread_local Scratch the_scratch = {nullptr, 0, 0};
#endif

std::uint8_t* grow_scratch(std::size_t size, std::size_t used) {
  Scratch& now = the_scratch;
  if (now.bytes == nullptr) now = {first_scratch, first_scratch_size, 0};
  if (size <= now.capacity) return now.bytes;
  std::size_t larger = now.capacity;
  while (larger < size) larger *= 2;
  auto* const fresh = static_cast<std::uint8_t*>(std::malloc(larger));
  if (fresh == nullptr) panic_at("out of memory for a row or the arguments of a call", {});
  if (used != 0) std::memcpy(fresh, now.bytes, used);
  if (now.bytes != first_scratch) std::free(now.bytes);
  now.bytes = fresh;
  now.capacity = larger;
  return fresh;
}

const std::uint8_t* read_into_scratch(std::uint32_t source) {
  std::uint8_t* bytes = present_scratch();
  if (source == STDB_INVALID_HANDLE) return bytes;
  std::size_t used = 0;
  for (;;) {
    the_scratch.word = static_cast<std::uint32_t>(the_scratch.capacity - used);
    const std::int32_t code = stdb_bytes_source_read(source, bytes + used, &the_scratch.word);
    if (code != STDB_OK && code != STDB_EXHAUSTED) host_refused("read", "the arguments", code);
    used += the_scratch.word;
    if (code == STDB_EXHAUSTED) return bytes + used;
    if (used == the_scratch.capacity) bytes = grow_scratch(used * 2, used);
  }
}

std::string read_text(std::uint32_t source) {
  const std::span<const std::uint8_t> bytes = read_source(source);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace stdb::detail
