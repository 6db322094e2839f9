// sdk/tool/src/run/call_line.cpp: one line of a file of calls.
#include "run/call_line.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "run/duration.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/near_name.hpp"

namespace stdb::tool {
namespace {

namespace json = boost::json;
using host::FunctionKind;
using Read = std::expected<void, std::string>;

std::unexpected<std::string> wrong(std::string text) { return std::unexpected(std::move(text)); }

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::optional<host::Timestamp> read_time(const json::value& value) {
  if (value.is_int64()) return host::Timestamp{value.get_int64()};
  if (value.is_string()) return host::Timestamp::parse(value.get_string());
  return std::nullopt;
}

// "POST /greet?loud", or the path alone.
bool read_request(std::string_view text, host::HttpRequest& request) {
  const auto space = text.find(' ');
  const std::string_view method = text.substr(0, space);
  if (space == std::string_view::npos) {
    request.uri = text;
    return text.empty() || text[0] == '/';
  }
  request.method = method;
  request.uri = text.substr(space + 1);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return !method.empty() && std::ranges::all_of(method, is_capital) && (request.uri.empty() || request.uri[0] == '/') &&
         request.uri.find(' ') == std::string::npos;
}

// What the line calls.
Read read_target(std::string_view key, const json::value& value, CallLine& call) {
  if (call.kind || call.advance || call.is_query) {
    return wrong("a line calls one thing: " + quoted(key) + " stands beside what it calls already");
  }
  if (key == "advance") {
    if (value.is_string()) call.advance = parse_duration(value.get_string());
    if (!call.advance) return wrong("\"advance\" must be a length of time such as \"10s\", \"1h30m\" or \"250ms\"");
    call.target = value.get_string();
    return {};
  }
  if (key == "query") {
    if (value.is_string()) call.target = value.get_string();
    call.is_query = !call.target.empty();
    if (!call.is_query) return wrong("\"query\" must be SQL such as \"SELECT * FROM person\"");
    return {};
  }
  call.kind = key == "reducer"     ? FunctionKind::reducer
              : key == "procedure" ? FunctionKind::procedure
              : key == "view"      ? FunctionKind::view
                                   : FunctionKind::http_handler;
  if (key == "request") {
    if (value.is_string()) call.target = value.get_string();
    if (value.is_string() && read_request(call.target, call.request)) return {};
    return wrong("\"request\" must be a method and a path such as \"GET /greet\"");
  }
  if (!value.is_string() || value.get_string().empty()) {
    return wrong(quoted(key) + " must be the name of a " + std::string(key) + ", in quotes");
  }
  call.target = value.get_string();
  return {};
}

Read read_headers(const json::value& value, CallLine& call) {
  const auto is_text = [](const auto& entry) { return entry.value().is_string(); };
  if (!value.is_object() || !std::ranges::all_of(value.get_object(), is_text)) {
    return wrong("\"headers\" must be an object of texts, such as {\"content-type\": \"text/plain\"}");
  }
  for (const auto& [name, text] : value.get_object()) {
    call.request.headers.push_back({std::string(name), std::string(text.get_string())});
  }
  return {};
}

Read read_entry(std::string_view key, const json::value& value, CallLine& call) {
  if (key == "args") {
    if (!value.is_object() && !value.is_array()) {
      return wrong("\"args\" must be an object of the arguments by name, or an array of them by position");
    }
    call.arguments = value;
  } else if (key == "sender") {
    if (value.is_string()) call.sender = host::Identity::from_hex(value.get_string());
    if (!call.sender) return wrong("\"sender\" must be an identity: 64 hexadecimal digits, in quotes");
  } else if (key == "claims") {
    if (!value.is_object()) return wrong("\"claims\" must be an object, such as {\"sub\": \"ann\"}");
    call.claims = json::serialize(value);
  } else if (key == "at") {
    call.at = read_time(value);
    if (!call.at) {
      return wrong("\"at\" must be a time such as \"2026-01-31T12:00:00Z\", or microseconds since 1970 as a number");
    }
  } else if (key == "headers") {
    return read_headers(value, call);
  } else {
    call.request.body = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
  }
  return {};
}

// The keys, and what a line must call for each to have a meaning.
struct KnownKey {
  std::string name;
  bool is_target;
  bool goes_with_functions;
  bool goes_with_requests;
  bool goes_with_queries = false;
};

const std::array<KnownKey, 12>& known_keys() {
  static const std::array<KnownKey, 12> keys{{{"reducer", true, false, false},
                                              {"procedure", true, false, false},
                                              {"view", true, false, false},
                                              {"request", true, false, false},
                                              {"query", true, false, false},
                                              {"advance", true, false, false},
                                              {"args", false, true, false},
                                              {"sender", false, true, true, true},
                                              {"claims", false, true, false},
                                              {"at", false, true, true},
                                              {"headers", false, false, true},
                                              {"body", false, false, true}}};
  return keys;
}

const KnownKey* find_key(std::string_view name) {
  const auto found = std::ranges::find(known_keys(), name, &KnownKey::name);
  return found == known_keys().end() ? nullptr : &*found;
}

Read check_keys(const json::object& line, const CallLine& call) {
  const bool is_request = call.kind == FunctionKind::http_handler;
  for (const auto& [key, value] : line) {
    const KnownKey& known = *find_key(key);
    const bool fits = call.advance    ? false
                      : call.is_query ? known.goes_with_queries
                      : is_request    ? known.goes_with_requests
                                      : known.goes_with_functions;
    if (known.is_target || fits) continue;
    const std::string_view with = call.advance    ? "\"advance\""
                                  : call.is_query ? "a query"
                                  : is_request    ? "a request"
                                                  : "what this line calls";
    return wrong(quoted(key) + " has no meaning for " + std::string(with));
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
    const KnownKey* known = find_key(key);
    if (known == nullptr) {
      std::vector<std::string> names;
      for (const KnownKey& one : known_keys()) names.push_back(one.name);
      return wrong("unknown key " + quoted(key) + host::suggestion(key, names));
    }
    auto read = known->is_target ? read_target(key, value, call) : read_entry(key, value, call);
    if (!read) return wrong(std::move(read.error()));
  }
  if (!call.kind && !call.advance && !call.is_query) {
    return wrong("nothing is called: one of the keys reducer, procedure, view, request, query and advance is missing");
  }
  if (auto checked = check_keys(parsed->get_object(), call); !checked) return wrong(std::move(checked.error()));
  return call;
}

}  // namespace stdb::tool
