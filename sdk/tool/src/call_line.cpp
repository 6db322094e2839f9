// sdk/tool/src/call_line.cpp: one line of a file of calls.
#include "call_line.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "stdb/host/json.hpp"
#include "stdb/host/near_name.hpp"

namespace stdb::tool {
namespace {

namespace json = boost::json;

std::unexpected<std::string> wrong(std::string text) { return std::unexpected(std::move(text)); }

std::optional<host::Timestamp> read_time(const json::value& value) {
  if (value.is_int64()) return host::Timestamp{value.get_int64()};
  if (value.is_string()) return host::Timestamp::parse(value.get_string());
  return std::nullopt;
}

std::expected<void, std::string> read_entry(std::string_view key, const json::value& value, CallLine& call) {
  if (key == "reducer") {
    if (!value.is_string()) return wrong("\"reducer\" must be the name of a reducer, in quotes");
    call.reducer = value.get_string();
  } else if (key == "args") {
    if (!value.is_object() && !value.is_array()) {
      return wrong("\"args\" must be an object of the arguments by name, or an array of them by position");
    }
    call.arguments = value;
  } else if (key == "sender") {
    if (value.is_string()) call.sender = host::Identity::from_hex(value.get_string());
    if (!call.sender) return wrong("\"sender\" must be an identity: 64 hexadecimal digits, in quotes");
  } else if (key == "at") {
    call.at = read_time(value);
    if (!call.at) {
      return wrong("\"at\" must be a time such as \"2026-01-31T12:00:00Z\", or microseconds since 1970 as a number");
    }
  } else {
    const std::string known[] = {"reducer", "args", "sender", "at"};
    return wrong("unknown key \"" + std::string(key) + "\"" + host::suggestion(key, known));
  }
  return {};
}

}  // namespace

std::expected<CallLine, std::string> parse_call_line(std::string_view line) {
  const auto parsed = host::parse_json(line);
  if (!parsed) {
    return wrong("not JSON: " + parsed.error().text + " (column " + std::to_string(parsed.error().offset + 1) + ")");
  }
  if (!parsed->is_object()) return wrong("a call is an object, such as {\"reducer\": \"add\", \"args\": [1, 2]}");
  CallLine call;
  call.arguments = json::array();
  for (const auto& [key, value] : parsed->get_object()) {
    if (auto read = read_entry(key, value, call); !read) return wrong(std::move(read.error()));
  }
  if (call.reducer.empty()) return wrong("the key \"reducer\" is missing: which reducer is to be called?");
  return call;
}

}  // namespace stdb::tool
