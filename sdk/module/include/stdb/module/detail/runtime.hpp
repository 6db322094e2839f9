// sdk/module/.../detail/runtime.hpp: the part of the guest that is compiled once: ids, host calls, failures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stdb/bsatn/result.hpp"
#include "stdb/module/detail/scratch.hpp"
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

// One instance of a wasm module belongs to one database; a native program may hold several, and asks each time.
#ifdef __wasm__
inline constexpr bool keeps_ids = true;
#else
inline constexpr bool keeps_ids = false;
#endif

std::uint32_t ask_table_id(Named& table);
std::uint32_t ask_index_id(Named& index);

// The table's id in this database; a table that the database does not have is a panic. In wasm asked once an instance
// and kept (0: not asked yet; ids begin far above).
inline std::uint32_t table_id(Named& table) { return keeps_ids && table.id != 0 ? table.id : ask_table_id(table); }
inline std::uint32_t index_id(Named& index) { return keeps_ids && index.id != 0 ? index.id : ask_index_id(index); }

// Host calls that panic on every failure. A row is in its bytes' first `size`; the answer is how many bytes of
// generated columns the host has written over it.
std::uint32_t insert_bytes(Named& table, std::uint8_t* row, std::uint32_t size);
std::uint32_t update_bytes(Named& table, Named& index, std::uint8_t* row, std::uint32_t size);
// How many rows were erased that are equal to one of a list.
std::uint32_t erase_bytes(Named& table, const std::uint8_t* list, std::uint32_t size);

// The bytes to the sink, all of them.
void write_sink(std::uint32_t sink, std::span<const std::uint8_t> bytes);

// How many rows the table has; one host call.
std::uint64_t count_rows(Named& table);

// Writes the text to the sink and returns the code that rolls the reducer back.
std::int32_t fail_reducer(std::uint32_t sink, std::string_view text);
// The same with the reducer's own error, which ends here.
std::int32_t fail_reducer(std::uint32_t sink, ReducerResult&& result);

// The panic for an answer that a call is not supposed to give; names the call, the table or index, and the errno.
[[noreturn]] void host_refused(std::string_view call, std::string_view on, std::int32_t code);

inline void expect_ok(std::int32_t code, std::string_view call, std::string_view on) {
  if (code != STDB_OK) [[unlikely]]
    host_refused(call, on, code);
}

// The panic for a row whose bytes are not of the types that the module describes.
[[noreturn]] void row_does_not_decode(std::string_view table);

}  // namespace stdb::detail
