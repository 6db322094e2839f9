// sdk/tool/src/call_line.hpp: one line of a file of calls.
#pragma once

#include <boost/json/value.hpp>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/host/identity.hpp"
#include "stdb/host/timestamp.hpp"

namespace stdb::tool {

// {"reducer": "add", "args": {"name": "Ann", "age": 30}}
// `args` is an object by parameter or an array by position; a call without arguments may leave it out. `sender` is the
// caller's identity in 64 hexadecimal digits, `at` the time of the call: RFC 3339, or microseconds since 1970 as a
// number.
struct CallLine {
  std::string reducer;
  boost::json::value arguments;
  std::optional<host::Identity> sender;
  std::optional<host::Timestamp> at;
};

// Reads a line that is not blank; otherwise what is wrong with it, and how to mend it.
std::expected<CallLine, std::string> parse_call_line(std::string_view line);

}  // namespace stdb::tool
