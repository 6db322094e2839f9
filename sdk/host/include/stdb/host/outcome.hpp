// sdk/host/.../outcome.hpp: what became of a call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stdb/host/bytes.hpp"
#include "stdb/host/function_def.hpp"
#include "stdb/host/http.hpp"
#include "stdb/host/log_record.hpp"

namespace stdb::host {

enum class CallStatus : std::uint8_t {
  committed,  // a procedure or handler: it returned
  failed,     // the reducer returned an error; nothing it did remains
  trapped,    // the function did not return, or returned nonsense; nothing that it had not committed remains
};

struct CallOutcome {
  FunctionKind kind = FunctionKind::reducer;
  std::string function;  // canonical name
  CallStatus status = CallStatus::committed;
  // failed: the reducer's text. trapped: what a server tells its clients.
  std::string error;
  // trapped: why, in one line, and the functions that were running, the innermost first.
  std::string trap_reason;
  std::vector<std::string> trap_frames;
  bool is_out_of_fuel = false;
  std::uint64_t fuel = 0;  // used by the module in this call; 0 where nothing counts it
  std::vector<LogRecord> logs;
  std::uint64_t dropped_logs = 0;  // records beyond what the host keeps of one call
  // Scheduled calls that fell due while this procedure or handler slept.
  std::vector<CallOutcome> meanwhile;
  // Views that were run again before a commit, because it changes what they have read.
  std::vector<CallOutcome> refreshed;
  // Calls that the function asked to run right after it, as far as they are known functions with readable arguments.
  std::vector<CallOutcome> queued;

  bool is_committed() const { return status == CallStatus::committed; }
};

struct ProcedureOutcome : CallOutcome {
  Bytes value;             // what it returned, encoded; empty unless it returned
  std::string value_json;  // the same as SATS-JSON
};

struct ViewOutcome : CallOutcome {
  std::optional<std::string> query;  // the SQL that the view returned instead of rows; it has been run
  std::vector<Bytes> rows;           // encoded, each once
};

struct HttpOutcome : CallOutcome {
  bool is_routed = false;  // no: no route takes this request, and the response says so
  HttpResponse response;   // what a client would see
};

// Scheduled calls that were due.
struct DueCalls {
  std::vector<CallOutcome> calls;
  bool is_cut_off = false;  // there were more than limits::due_calls
};

}  // namespace stdb::host
