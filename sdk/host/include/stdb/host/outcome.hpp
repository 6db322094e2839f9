// sdk/host/.../outcome.hpp: what became of a call.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stdb/host/log_record.hpp"

namespace stdb::host {

enum class CallStatus : std::uint8_t {
  committed,
  failed,   // the reducer returned an error; nothing it did remains
  trapped,  // the reducer did not return, or returned nonsense; nothing it did remains
};

struct CallOutcome {
  std::string reducer;  // canonical name
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
  // Calls that the reducer asked to run right after it, as far as they are known reducers with readable arguments.
  std::vector<CallOutcome> queued;

  bool is_committed() const { return status == CallStatus::committed; }
};

}  // namespace stdb::host
