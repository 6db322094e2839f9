// sdk/testing/.../logs.hpp: Logs, what a module wrote to its log.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/host/log_record.hpp"

namespace stdb::testing {

using LogLevel = host::LogLevel;
using LogRecord = host::LogRecord;  // level, target, filename, line, message

// Records in the order in which they were written.
class Logs {
 public:
  Logs() = default;
  explicit Logs(std::vector<LogRecord> records) : records_(std::move(records)) {}

  auto begin() const { return records_.begin(); }
  auto end() const { return records_.end(); }
  std::size_t size() const { return records_.size(); }
  bool empty() const { return records_.empty(); }
  const LogRecord& operator[](std::size_t place) const;  // one that is not there is a Misuse

  // Whether the text stands in one of the messages.
  bool contains(std::string_view text) const;
  // Those of one level.
  Logs at(LogLevel level) const;
  // The messages alone.
  std::vector<std::string> messages() const;

  void append(const std::vector<LogRecord>& records) {
    records_.insert(records_.end(), records.begin(), records.end());
  }

  // A line for each: "info  added Ann as 1  (chat.cpp:12)".
  friend std::ostream& operator<<(std::ostream& out, const Logs& logs);

 private:
  std::vector<LogRecord> records_;
};

}  // namespace stdb::testing
