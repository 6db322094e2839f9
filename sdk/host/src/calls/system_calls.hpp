// sdk/host/src/calls/system_calls.hpp: the host's functions, written once and served to wasm and to native modules
// alike.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "calls/handles.hpp"
#include "calls/memory.hpp"
#include "calls/surroundings.hpp"
#include "stdb/abi/types.h"
#include "stdb/host/function_def.hpp"
#include "stdb/host/identity.hpp"
#include "stdb/host/log_record.hpp"
#include "stdb/host/profile.hpp"
#include "store/store.hpp"

namespace stdb::host {

// A pointer parameter of abi's imports.def becomes an Address; everything else stays.
template <class Parameter>
struct HostParameterOf {
  using type = Parameter;
};
template <class Pointee>
struct HostParameterOf<Pointee*> {
  using type = Address;
};
template <class Parameter>
using HostParameter = typename HostParameterOf<Parameter>::type;

// The member function that serves a prototype of abi's imports.def.
class SystemCalls;
template <class Prototype>
struct HostMethod;
template <class Result, class... Parameters>
struct HostMethod<Result(Parameters...)> {
  using type = Result (SystemCalls::*)(const Memory&, HostParameter<Parameters>...);
};

// A call that a function asked for, to run by itself afterwards.
struct QueuedCall {
  std::string function;
  Bytes arguments;
};

// What the host's functions work on; all of it is the database's. Where a module only describes itself there are
// neither store nor surroundings.
struct CallEnvironment {
  Store* store = nullptr;
  Surroundings* surroundings = nullptr;
  const ModuleDef* module = nullptr;  // null until it is known
  Identity database;
  Profile profile = Profile::v2;
};

// Which function is being called, and the time that it is told.
struct CallStart {
  FunctionKind kind = FunctionKind::reducer;
  std::string function;
  Timestamp at;
};

// The host's functions for one instance of a module: its iterators and timers, which live as long as it, and the
// sources, sinks and log of the call in hand. Each import is a member function of the same name; answers and traps are
// those of host-abi 1.4. What is wrong with a pointer or cannot be answered by an errno throws Trap.
class SystemCalls {
 public:
  explicit SystemCalls(const CallEnvironment& environment) : environment_(environment) {}

  void set_module(const ModuleDef& module) { environment_.module = &module; }

  // Sinks: what the guest writes for the host.
  std::uint32_t open_sink();
  Bytes take_sink(std::uint32_t sink);

  // A call: its arguments as a source (0: none), further sources, and whatever it leaves behind.
  std::uint32_t begin_call(Bytes arguments, CallStart start = {});
  std::uint32_t add_source(Bytes bytes);  // 0: no bytes, no source
  // Rolls back the transaction that the procedure has begun and not ended; whether there was one.
  bool abort_own_transaction();
  struct Leavings {
    std::vector<LogRecord> logs;
    std::uint64_t dropped_logs = 0;  // records beyond limits::log_bytes
    std::vector<QueuedCall> queued;
  };
  Leavings end_call();

  // Tables.
  std::int32_t table_id_from_name(const Memory&, Address name, std::uint32_t length, Address out);
  std::int32_t index_id_from_name(const Memory&, Address name, std::uint32_t length, Address out);
  std::int32_t datastore_table_row_count(const Memory&, std::uint32_t table, Address out);
  std::int32_t datastore_insert_bsatn(const Memory&, std::uint32_t table, Address row, Address row_length);
  std::int32_t datastore_update_bsatn(const Memory&, std::uint32_t table, std::uint32_t index, Address row,
                                      Address row_length);
  std::int32_t datastore_delete_all_by_eq_bsatn(const Memory&, std::uint32_t table, Address rows, std::uint32_t length,
                                                Address out);
  std::int32_t datastore_clear(const Memory&, std::uint32_t table, Address out);

  // Scans.
  std::int32_t datastore_table_scan_bsatn(const Memory&, std::uint32_t table, Address out);
  std::int32_t datastore_index_scan_range_bsatn(const Memory&, std::uint32_t index, Address prefix,
                                                std::uint32_t prefix_length, std::uint32_t prefix_elements,
                                                Address start, std::uint32_t start_length, Address end,
                                                std::uint32_t end_length, Address out);
  std::int32_t datastore_btree_scan_bsatn(const Memory&, std::uint32_t index, Address prefix,
                                          std::uint32_t prefix_length, std::uint32_t prefix_elements, Address start,
                                          std::uint32_t start_length, Address end, std::uint32_t end_length,
                                          Address out);
  std::int32_t datastore_delete_by_index_scan_range_bsatn(const Memory&, std::uint32_t index, Address prefix,
                                                          std::uint32_t prefix_length, std::uint32_t prefix_elements,
                                                          Address start, std::uint32_t start_length, Address end,
                                                          std::uint32_t end_length, Address out);
  std::int32_t datastore_delete_by_btree_scan_bsatn(const Memory&, std::uint32_t index, Address prefix,
                                                    std::uint32_t prefix_length, std::uint32_t prefix_elements,
                                                    Address start, std::uint32_t start_length, Address end,
                                                    std::uint32_t end_length, Address out);
  std::int32_t datastore_index_scan_point_bsatn(const Memory&, std::uint32_t index, Address point, std::uint32_t length,
                                                Address out);
  std::int32_t datastore_delete_by_index_scan_point_bsatn(const Memory&, std::uint32_t index, Address point,
                                                          std::uint32_t length, Address out);
  std::int32_t row_iter_bsatn_advance(const Memory&, std::uint32_t iterator, Address buffer, Address buffer_length);
  std::int32_t row_iter_bsatn_close(const Memory&, std::uint32_t iterator);

  // Sources and sinks.
  std::int32_t bytes_sink_write(const Memory&, std::uint32_t sink, Address buffer, Address buffer_length);
  std::int32_t bytes_source_read(const Memory&, std::uint32_t source, Address buffer, Address buffer_length);
  std::int32_t bytes_source_remaining_length(const Memory&, std::uint32_t source, Address out);

  // The console, and who we are.
  void console_log(const Memory&, std::uint32_t level, Address target, std::uint32_t target_length, Address filename,
                   std::uint32_t filename_length, std::uint32_t line, Address message, std::uint32_t message_length);
  std::uint32_t console_timer_start(const Memory&, Address name, std::uint32_t length);
  std::int32_t console_timer_end(const Memory&, std::uint32_t timer);
  void identity(const Memory&, Address out);
  void volatile_nonatomic_schedule_immediate(const Memory&, Address name, std::uint32_t name_length, Address arguments,
                                             std::uint32_t arguments_length);
  std::int32_t get_jwt(const Memory&, Address connection_id, Address out);
  std::int32_t env_get(const Memory&, Address key, std::uint32_t length, Address out);

  // What belongs to procedures and HTTP handlers.
  std::int64_t procedure_sleep_until(const Memory&, std::int64_t wake_at);
  std::int32_t procedure_start_mut_tx(const Memory&, Address out);
  std::int32_t procedure_commit_mut_tx(const Memory&);
  std::int32_t procedure_abort_mut_tx(const Memory&);
  std::int32_t procedure_http_request(const Memory&, Address request, std::uint32_t request_length, Address body,
                                      std::uint32_t body_length, Address out);

 private:
  // Rows in chunks, as they were when the scan was made.
  struct Iterator {
    std::vector<Bytes> chunks;
    std::size_t next = 0;
  };
  struct Source {
    Bytes bytes;
    std::size_t read = 0;
  };
  struct Timer {
    std::string name;
    std::uint32_t bytes;  // as the guest gave it
    std::chrono::steady_clock::time_point start;
  };
  // Which entries of an index a scan means.
  struct Span {
    Table* table;
    const Index* index;
    Index::Entries entries;
  };
  struct RangeArguments {
    std::uint32_t index;
    ByteView prefix;
    std::uint32_t prefix_elements;
    ByteView start;
    ByteView end;
  };

  Store& store() const { return *environment_.store; }
  bool in_transaction() const { return environment_.store != nullptr && environment_.store->is_open(); }
  bool may_run_procedures() const {
    return in_call_ && (start_.kind == FunctionKind::procedure || start_.kind == FunctionKind::http_handler);
  }
  Table& table_or_trap(std::uint32_t id, const char* call) const;
  // Waits for the row, if its table is a scheduled one; an errno if that cannot be.
  std::int32_t schedule(const Table& table, ByteView row);
  std::int32_t fail_request(const Memory& memory, Address out, std::string_view text);
  std::uint32_t keep_source(Bytes bytes);
  // Traps where the guest has asked for more than the host keeps for it.
  void check_room_for_source(std::size_t size) const;
  bool may_log(std::size_t text_bytes);

  // Either answers an errno, or finds the span.
  static RangeArguments range_arguments(const Memory& memory, std::uint32_t index, Address prefix,
                                        std::uint32_t prefix_length, std::uint32_t prefix_elements, Address start,
                                        std::uint32_t start_length, Address end, std::uint32_t end_length);
  std::int32_t find_range(const RangeArguments& arguments, std::optional<Span>& span);
  std::int32_t find_point(std::uint32_t index, ByteView point, std::optional<Span>& span);
  std::uint32_t open_iterator(const Span& span);
  std::uint32_t add_iterator(Iterator iterator);
  std::uint32_t delete_span(const Span& span);

  CallEnvironment environment_;
  Handles<Iterator> iterators_;
  std::size_t iterator_bytes_ = 0;
  Bytes point_key_;                    // of one call; kept for its memory
  std::vector<Slot> slots_to_delete_;  // kept as well, for the span of one call
  Handles<Timer> timers_;
  std::size_t timer_bytes_ = 0;
  std::map<std::uint32_t, Source> sources_;
  std::uint32_t next_source_ = 1;
  std::size_t source_bytes_ = 0;
  std::map<std::uint32_t, Bytes> sinks_;
  std::uint32_t next_sink_ = 1;
  bool in_call_ = false;
  CallStart start_;
  bool has_own_transaction_ = false;  // begun by the procedure that is being called
  std::size_t log_bytes_ = 0;
  std::size_t queued_bytes_ = 0;
  Leavings leavings_;
};

}  // namespace stdb::host
