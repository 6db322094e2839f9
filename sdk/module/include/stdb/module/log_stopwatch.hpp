// sdk/module/.../log_stopwatch.hpp: LogStopwatch, which logs how long something took.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "stdb/shim/bindings.h"

namespace stdb {

// Runs from its making to its end, and then the host logs the span under its name. Two host calls. A call that traps in
// between logs nothing.
//   { stdb::LogStopwatch watch("rebuild"); rebuild(); }
class [[nodiscard]] LogStopwatch {
 public:
  explicit LogStopwatch(std::string_view name)
      : timer_(stdb_console_timer_start(reinterpret_cast<const std::uint8_t*>(name.data()),
                                        static_cast<std::uint32_t>(name.size()))) {}
  LogStopwatch(const LogStopwatch&) = delete;
  LogStopwatch& operator=(const LogStopwatch&) = delete;
  // Natively a host call that traps unwinds with an exception, from here too.
  ~LogStopwatch() noexcept(false) { end(); }

  // Logs now, and not again.
  void end() {
    if (timer_ == STDB_INVALID_HANDLE) return;
    // The one error, a timer that the host does not know, cannot be: it gave this one.
    [[maybe_unused]] const std::int32_t code = stdb_console_timer_end(std::exchange(timer_, STDB_INVALID_HANDLE));
  }

 private:
  std::uint32_t timer_;
};

}  // namespace stdb
