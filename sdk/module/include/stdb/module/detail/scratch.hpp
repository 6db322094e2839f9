// sdk/module/.../detail/scratch.hpp: the scratch buffer, for what goes to the host and what comes from it in one call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace stdb::detail {

// Large enough that small rows, keys and arguments never meet the heap.
inline constexpr std::size_t first_scratch_size = 4096;

// What is in it is valid until its next use: no user code may run in between. Static at first; a larger one comes from
// the heap once and is kept.
struct Scratch {
  std::uint8_t* bytes;
  std::size_t capacity;
  // Where the host writes a handle, a count or a length: in a function's own frame it would cost the frame, nine
  // instructions a host call.
  std::uint32_t word;
};

// One for a module; natively, where several databases may run in several threads, one for each thread.
#ifdef __wasm__
extern constinit Scratch the_scratch;
extern constinit std::uint8_t first_scratch[first_scratch_size];
#else
extern constinit thread_local Scratch the_scratch;
extern constinit thread_local std::uint8_t first_scratch[first_scratch_size];
#endif

// Makes room for `size` bytes and keeps the first `used`; the buffer.
std::uint8_t* grow_scratch(std::size_t size, std::size_t used);

// The buffer, with room for at least `size` bytes, of which the first `used` stay as they are.
inline std::uint8_t* scratch(std::size_t size, std::size_t used = 0) {
  if (size > the_scratch.capacity) [[unlikely]]
    return grow_scratch(size, used);
  return the_scratch.bytes;
}

// The buffer as it is, for what is said to be cut off if it does not fit: the first size at least.
inline std::uint8_t* present_scratch() {
#ifdef __wasm__
  return the_scratch.bytes;
#else
  return scratch(first_scratch_size);
#endif
}

// The same for a size that is known when the module is compiled: no question is asked.
template <std::size_t Size>
std::uint8_t* fixed_scratch() {
  if constexpr (Size <= first_scratch_size) {
    return first_scratch;
  } else {
    return scratch(Size);
  }
}

// Reads all bytes of a source into the buffer; where they end. Source 0 has none.
const std::uint8_t* read_into_scratch(std::uint32_t source);

inline std::span<const std::uint8_t> read_source(std::uint32_t source) {
  const std::uint8_t* const end = read_into_scratch(source);
  return {the_scratch.bytes, end};
}

// The same as a text of its own.
std::string read_text(std::uint32_t source);

}  // namespace stdb::detail
