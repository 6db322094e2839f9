// sdk/host/src/run/call_queue.hpp: the calls that reducers asked to run after one call, kept within bounds.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "calls/system_calls.hpp"
#include "stdb/host/limits.hpp"
#include "stdb/host/outcome.hpp"

namespace stdb::host {

// First in, first out. What would go beyond limits::queued_calls in all, or limits::queued_bytes at once, is dropped: a
// call that queues calls without end is cut off so.
class CallQueue {
 public:
  void add(std::vector<QueuedCall> calls) {
    for (QueuedCall& call : calls) {
      if (added_ == limits::queued_calls || call.arguments.size() > limits::queued_bytes - bytes_) return;
      ++added_;
      bytes_ += call.arguments.size();
      calls_.push_back(std::move(call));
    }
  }

  std::optional<QueuedCall> next() {
    if (calls_.empty()) return std::nullopt;
    QueuedCall call = std::move(calls_.front());
    calls_.pop_front();
    bytes_ -= call.arguments.size();
    return call;
  }

 private:
  std::deque<QueuedCall> calls_;
  std::size_t added_ = 0;
  std::size_t bytes_ = 0;
};

// Keeps the logs of a call and of all that it queued within limits::log_bytes together.
class LogBudget {
 public:
  void spend(CallOutcome& outcome) {
    for (const LogRecord& record : outcome.logs) spent_ += sizeof record + record.message.size();
    if (spent_ <= limits::log_bytes) return;
    outcome.dropped_logs += outcome.logs.size();
    outcome.logs.clear();
  }

 private:
  std::size_t spent_ = 0;
};

}  // namespace stdb::host
