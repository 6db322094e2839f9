// sdk/module/.../detail/runtime.hpp: the part of the guest that is compiled once: ids, buffers, arguments, failures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "stdb/shim/bindings.h"

namespace stdb::detail {

// A table or index as the module's code knows it: by its name, and by its id once the host has said it.
struct Named {
  std::uint32_t id;
  std::uint32_t size;
  const char* characters;

  constexpr explicit Named(std::string_view name)
      : id(0), size(static_cast<std::uint32_t>(name.size())), characters(name.data()) {}
  std::string_view name() const { return {characters, size}; }
};

// The table's id in this database; a table that the database does not have is a panic. In wasm asked once an instance
// and kept in `cache` (0: not asked yet; ids begin far above); natively asked each time, since one program may hold
// several databases.
std::uint32_t table_id(Named& table);
std::uint32_t index_id(Named& index);

// Host calls that panic on every failure. A row is in its bytes' first `size`; the answer is how many bytes of
// generated columns the host has written over it.
std::uint32_t insert_bytes(Named& table, std::uint8_t* row, std::uint32_t size);
std::uint32_t update_bytes(Named& table, Named& index, std::uint8_t* row, std::uint32_t size);
// How many rows were erased that are equal to one of a list.
std::uint32_t erase_bytes(Named& table, const std::uint8_t* list, std::uint32_t size);

// A buffer of at least `size` bytes for one host call: valid until the next scratch() or read_arguments(). No user code
// may run while it is in use. A static 4 KiB; larger ones come from the heap once and are kept.
std::span<std::uint8_t> scratch(std::size_t size);

// As scratch, but the first `used` bytes stay as they are.
std::span<std::uint8_t> keep_scratch(std::size_t used, std::size_t size);

// All bytes of a source, in the scratch buffer. Source 0 has none.
std::span<const std::uint8_t> read_arguments(std::uint32_t source);

// The same as a text of its own.
std::string read_text(std::uint32_t source);

// The bytes to the sink, all of them.
void write_sink(std::uint32_t sink, std::span<const std::uint8_t> bytes);

// How many rows the table has; one host call.
std::uint64_t count_rows(Named& table);

// Writes the text to the sink and returns the code that rolls the reducer back.
std::int32_t fail_reducer(std::uint32_t sink, std::string_view text);

// The panic for an answer that a call is not supposed to give; names the call, the table or index, and the errno.
[[noreturn]] void host_refused(std::string_view call, std::string_view on, std::int32_t code);

inline void expect_ok(std::int32_t code, std::string_view call, std::string_view on) {
  if (code != STDB_OK) [[unlikely]]
    host_refused(call, on, code);
}

// The panic for a row whose bytes are not of the types that the module describes.
[[noreturn]] void row_does_not_decode(std::string_view table);

}  // namespace stdb::detail
