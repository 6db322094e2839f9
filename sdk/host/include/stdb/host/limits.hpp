// sdk/host/.../limits.hpp: every limit of the embedded host, with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace stdb::host::limits {

// Fuel of one call and of one start of an instance: what a server grants (about a minute of execution).
inline constexpr std::uint64_t fuel_per_call = 120'000'000'000;

// Linear memory of one instance, in bytes. A server sets no limit below wasm's own 4 GiB; a test or a game server that
// embeds the host must survive a module that grows for ever, and no honest module comes near.
inline constexpr std::uint64_t wasm_memory = std::uint64_t{1} << 30;

// Elements of one wasm table (function pointers): far above what a compiler emits, far below what hurts.
inline constexpr std::int64_t wasm_table_elements = 1'000'000;

// Stack of wasm code, in bytes: Wasmtime's own default, which the servers use.
inline constexpr std::size_t wasm_stack = std::size_t{512} * 1024;

// A chunk of an iterator is closed when it exceeds this many bytes, at a row's end, as a server does.
inline constexpr std::size_t chunk = std::size_t{32} * 1024;

// Nesting of types and of values. Readers recurse once for each level, so this bounds the native stack (some 100 bytes
// a level).
inline constexpr unsigned depth = 256;

// Parts of one type when every reference is written out. Types that double at each level reach 2^n parts in n lines.
inline constexpr std::uint64_t type_parts = 1'000'000;

// Types above this many encoded bytes are measured when read instead of beforehand.
inline constexpr std::uint64_t fixed_size = 65'536;

// Elements of one value's arrays whose elements take no bytes: nothing else bounds such counts. As many as a module
// takes in one array.
inline constexpr std::uint32_t empty_elements = std::uint32_t{1} << 20;

// What a module may write to one byte sink (its description, the text of a failure), in bytes.
inline constexpr std::size_t sink = std::size_t{256} << 20;

// Bytes of rows that the open iterators of one instance may hold together. Iterators outlive calls, so a module that
// never closes one must not eat the host's memory.
inline constexpr std::size_t iterator_bytes = std::size_t{1} << 30;

// Bytes of rows that one database may hold, those that a transaction has deleted included. A server's limit is its
// disk; a program that embeds the host has less to lose.
inline constexpr std::size_t row_bytes = std::size_t{8} << 30;

// Bytes of names of the timers that are running in one instance: names are kept until a timer ends.
inline constexpr std::size_t timer_bytes = std::size_t{16} << 20;

// Open iterators, timers or sinks of one instance: each holds memory in the host.
inline constexpr std::size_t handles = 1'000'000;

// Bytes that the open byte sources of one instance may hold together (answers to requests, claims, environment values).
inline constexpr std::size_t source_bytes = std::size_t{256} << 20;

// Open sources beyond which no environment value is handed out, as a server has it.
inline constexpr std::size_t environment_sources = 256;

// Bytes of the scheduled rows that a database waits for. Timers outlive the rows of transactions that were rolled back.
inline constexpr std::size_t timer_row_bytes = std::size_t{1} << 30;

// Scheduled calls that one run of the clock makes: an interval of zero is always due.
inline constexpr std::size_t due_calls = 100'000;

// Procedures that sleep within each other's sleep; deeper ones sleep while nothing else runs.
inline constexpr unsigned sleepers = 8;

// Bytes of log messages that one call may leave; what comes after is counted and dropped.
inline constexpr std::size_t log_bytes = std::size_t{64} << 20;

// Calls that reducers may queue behind one call (volatile_nonatomic_schedule_immediate). A reducer that queues itself
// would never end.
inline constexpr std::size_t queued_calls = 10'000;
inline constexpr std::size_t queued_bytes = std::size_t{64} << 20;  // of the arguments of such calls

// Tables that one query joins; running it recurses once for each.
inline constexpr std::size_t query_relations = 256;

// Combinations of rows that one query looks at: a query that joins a table with itself again and again has as many as
// it likes.
inline constexpr std::size_t query_combinations = 10'000'000;

// Length of an environment key in bytes, as a server has it.
inline constexpr std::uint32_t environment_key = 256;
// Length of an environment value in bytes, and how many there may be, likewise.
inline constexpr std::size_t environment_value = 8192;
inline constexpr std::size_t environment_values = 256;

// Columns of one table: ids of columns are 16 bits wide.
inline constexpr std::size_t columns = 65'535;

}  // namespace stdb::host::limits
