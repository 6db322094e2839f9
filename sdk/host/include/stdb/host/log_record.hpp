// sdk/host/.../log_record.hpp: what a module wrote to its log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stdb::host {

enum class LogLevel : std::uint8_t { error, warn, info, debug, trace, panic };

struct LogRecord {
  LogLevel level = LogLevel::info;
  std::optional<std::string> target;    // the part of the module that speaks, if it said so
  std::optional<std::string> filename;  // of its source
  std::optional<std::uint32_t> line;
  std::string message;  // UTF-8
};

std::string_view level_name(LogLevel level);  // "error", "warn", ...

}  // namespace stdb::host
