// sdk/host/src/values/json_parse.cpp: JSON texts read with Boost.JSON, integers of any size kept exact.
#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_stack.hpp>
#include <vector>

#include "base/concat.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

namespace json = boost::json;
using boost::system::error_code;

// Builds values as Boost's own parser does, but notices keys that stand twice and keeps the digits of large integers.
struct Handler {
  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();

  json::value_stack stack;
  std::vector<std::vector<std::string>> keys;  // of each open object
  std::string key;                             // the parts so far
  std::string number;                          // the parts so far
  std::string repeated_key;

  bool on_document_begin(error_code&) {
    stack.reset();
    return true;
  }
  bool on_document_end(error_code&) { return true; }

  bool on_object_begin(error_code&) {
    keys.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t count, error_code&) {
    keys.pop_back();
    stack.push_object(count);
    return true;
  }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t count, error_code&) {
    stack.push_array(count);
    return true;
  }

  bool on_key_part(json::string_view part, std::size_t, error_code&) {
    key.append(part);
    stack.push_chars(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, error_code& error) {
    key.append(part);
    auto& known = keys.back();
    if (std::ranges::find(known, key) != known.end()) {
      repeated_key = key;
      error = json::error::exception;
      return false;
    }
    known.push_back(std::move(key));
    key.clear();
    stack.push_key(part);
    return true;
  }

  bool on_string_part(json::string_view part, std::size_t, error_code&) {
    stack.push_chars(part);
    return true;
  }
  bool on_string(json::string_view part, std::size_t, error_code&) {
    stack.push_string(part);
    return true;
  }

  bool on_number_part(json::string_view part, error_code&) {
    number.append(part);
    return true;
  }
  bool on_int64(std::int64_t value, json::string_view, error_code&) {
    number.clear();
    stack.push_int64(value);
    return true;
  }
  bool on_uint64(std::uint64_t value, json::string_view, error_code&) {
    number.clear();
    stack.push_uint64(value);
    return true;
  }
  bool on_double(double value, json::string_view part, error_code&) {
    number.append(part);
    // Boost falls back to a double for an integer over 64 bits.
    if (number.find_first_of(".eE") == std::string::npos) {
      stack.push_string(number);
    } else {
      stack.push_double(value);
    }
    number.clear();
    return true;
  }

  bool on_bool(bool value, error_code&) {
    stack.push_bool(value);
    return true;
  }
  bool on_null(error_code&) {
    stack.push_null();
    return true;
  }
  bool on_comment_part(json::string_view, error_code&) { return true; }
  bool on_comment(json::string_view, error_code&) { return true; }
};

std::string fault_text(const Handler& handler, const error_code& error) {
  if (!handler.repeated_key.empty() || error == json::error::exception) {
    return concat("the key \"", handler.repeated_key, "\" stands twice");
  }
  if (error == json::error::incomplete) return "the text ends too early";
  if (error == json::error::too_deep) return concat("values nest more than ", limits::depth, " levels");
  return error.message();
}

}  // namespace

std::expected<json::value, JsonFault> parse_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = limits::depth;
  options.numbers = json::number_precision::precise;  // else the last bit of a float may be another
  json::basic_parser<Handler> parser(options);
  error_code error;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (!error && used < text.size()) {
    return std::unexpected(JsonFault{used, "something follows after the end of the value"});
  }
  if (error) return std::unexpected(JsonFault{used, fault_text(parser.handler(), error)});
  return parser.handler().stack.release();
}

}  // namespace stdb::host
