// sdk/tool/src/run/call_line.hpp: one line of a file of calls.
#pragma once

#include <boost/json/value.hpp>
#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "stdb/host/function_def.hpp"
#include "stdb/host/http.hpp"
#include "stdb/host/identity.hpp"
#include "stdb/host/timestamp.hpp"

namespace stdb::tool {

// {"reducer": "add", "args": {"name": "Ann", "age": 30}}
// {"procedure": "ask", "args": ["why"], "sender": "c200...", "claims": {"sub": "ann"}}
// {"view": "mine"}
// {"request": "POST /greet?loud", "headers": {"content-type": "text/plain"}, "body": "Ann"}
// {"query": "SELECT * FROM person WHERE age >= 18"}
// {"advance": "10s"}
// `args` is an object by parameter or an array by position; a call without arguments may leave it out. `sender` is the
// caller's identity in 64 hexadecimal digits, `claims` what its token says, `at` the time of the call: RFC 3339, or
// microseconds since 1970 as a number. A body that is no text is sent as JSON.
struct CallLine {
  // Of a reducer, procedure or view; a request is an HTTP handler's.
  std::optional<host::FunctionKind> kind;
  std::string target;  // the name, or the request as it stands in the line
  boost::json::value arguments;
  host::HttpRequest request;
  std::optional<std::chrono::microseconds> advance;  // the clock is moved, and nothing is called
  bool is_query = false;                             // `target` is SQL, and nothing is called
  std::optional<host::Identity> sender;
  std::optional<std::string> claims;  // JSON
  std::optional<host::Timestamp> at;
};

// Reads a line that is not blank; otherwise what is wrong with it, and how to mend it.
std::expected<CallLine, std::string> parse_call_line(std::string_view line);

}  // namespace stdb::tool
