// sdk/module/.../log_stopwatch.hpp: LogStopwatch, how long something takes, for the log.
#pragma once

#include <cstdint>
#include <string_view>

#include "stdb/module/detail/runtime.hpp"

namespace stdb {

// From its making to its end; the host then logs the name and the time: { stdb::LogStopwatch watch("moving"); ... }
class LogStopwatch {
 public:
  explicit LogStopwatch(std::string_view name)
      : timer_(stdb_console_timer_start(reinterpret_cast<const std::uint8_t*>(name.data()),
                                        static_cast<std::uint32_t>(name.size()))) {}
  LogStopwatch(const LogStopwatch&) = delete;
  LogStopwatch& operator=(const LogStopwatch&) = delete;
  ~LogStopwatch() { detail::expect_ok(stdb_console_timer_end(timer_), "LogStopwatch", "end"); }

 private:
  std::uint32_t timer_;
};

}  // namespace stdb
