// tests/fuzz/targets/guest_json.cpp: the guest's reader of JSON, and of tokens, against Boost.JSON.
#include <boost/json.hpp>
#include <boost/json/src.hpp>
#include <string>

#include "stdb/module/detail/json_pull.hpp"
#include "stdb/module/jwt.hpp"
#include "target.hpp"

namespace {

using stdb::detail::JsonPull;
using stdb::detail::JsonToken;
using stdb::fuzz::must;
namespace json = boost::json;

// Compares token by token. Of an object that has a key twice Boost keeps one member, so only its size is not compared.
class Comparison {
 public:
  explicit Comparison(std::string_view text) : pull_(text) {}

  void value(const json::value* expected) {
    const JsonToken token = pull_.next();
    if (token == JsonToken::object_begin) return object(expected == nullptr ? nullptr : expected->if_object());
    if (token == JsonToken::array_begin) return array(expected == nullptr ? nullptr : expected->if_array());
    if (expected == nullptr) return;
    switch (token) {
      case JsonToken::string:
        must(expected->is_string() && pull_.unescaped() == std::string_view(expected->get_string()), "another string");
        must(pull_.equals(expected->get_string()), "a string that does not equal itself");
        break;
      case JsonToken::number:
        must(expected->is_number(), "Boost has no number here");
        break;
      case JsonToken::boolean_true:
      case JsonToken::boolean_false:
        must(expected->is_bool() && expected->get_bool() == (token == JsonToken::boolean_true), "another bool");
        break;
      default:
        must(token == JsonToken::null && expected->is_null(), "Boost has a null here");
    }
  }

  void end() { must(pull_.next() == JsonToken::end, "something follows"); }

 private:
  static bool is_repeated(const std::vector<std::string>& keys, const std::string& key) {
    for (const std::string& known : keys) {
      if (known == key) return true;
    }
    return false;
  }

  // Members are compared only where Boost's object is that of these members: no key was given twice so far.
  void object(const json::object* expected) {
    std::vector<std::string> keys;
    JsonPull ahead = pull_;
    bool is_plain = expected != nullptr;
    for (std::size_t depth = pull_.depth();;) {
      const JsonToken token = ahead.next();
      if (token == JsonToken::object_end && ahead.depth() + 1 == depth) break;
      if (token != JsonToken::key || ahead.depth() != depth) continue;
      if (is_repeated(keys, ahead.unescaped())) is_plain = false;
      keys.push_back(ahead.unescaped());
    }
    must(!is_plain || keys.size() == expected->size(), "another number of members");
    for (const std::string& key : keys) {
      must(pull_.next() == JsonToken::key, "no key");
      must(pull_.unescaped() == key, "another key");
      value(is_plain ? &expected->at(key) : nullptr);
    }
    must(pull_.next() == JsonToken::object_end, "an object does not end");
  }

  void array(const json::array* expected) {
    if (expected == nullptr) {
      for (const std::size_t depth = pull_.depth(); pull_.depth() >= depth;) pull_.next();
      return;
    }
    for (const json::value& element : *expected) value(&element);
    must(pull_.next() == JsonToken::array_end, "an array does not end");
  }

  JsonPull pull_;
};

bool is_json(std::string_view text) {
  JsonPull pull(text);
  for (;;) {
    const JsonToken token = pull.next();
    must(pull.begin() <= pull.end() && pull.end() <= text.size(), "a token lies outside the text");
    if (token == JsonToken::end) return true;
    if (token != JsonToken::error) continue;
    must(pull.next() == JsonToken::error, "something comes after an error");
    return false;
  }
}

void check_claims(const std::string& text, const json::value* value) {
  const auto* const object = value == nullptr ? nullptr : value->if_object();
  const auto text_of = [object](std::string_view name) -> const json::string* {
    const auto* const member = object == nullptr ? nullptr : object->if_contains(name);
    return member == nullptr ? nullptr : member->if_string();
  };
  const auto jwt = stdb::Jwt::from_payload(text);
  must(jwt.has_value() == (text_of("iss") != nullptr && text_of("sub") != nullptr), "a token is none, or the reverse");
  if (object == nullptr) return;
  const stdb::Jwt any(text);
  for (const std::string_view name : {"iss", "sub", "aud", "exp", "a", ""}) {
    const auto* const member = object->if_contains(name);
    must(any.has_claim(name) == (member != nullptr), "a claim is missing, or made up");
    if (const auto claim = any.claim(name)) must(text_of(name) != nullptr && *claim == *text_of(name), "another text");
    if (const auto claim = any.claim<std::int64_t>(name)) {
      must(member->is_number() && member->to_number<std::int64_t>() == *claim, "another number");
    }
    static_cast<void>(any.claim<double>(name));
    static_cast<void>(any.claim<bool>(name));
    static_cast<void>(any.claim<std::vector<std::string>>(name));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  json::parse_options options;
  options.max_depth = JsonPull::max_depth;
  boost::system::error_code error;
  const json::value value = json::parse(text, error, {}, options);
  const bool is_ours = is_json(text);
  if (error == json::error::exponent_overflow) return 0;  // a number too large for Boost is JSON all the same
  must(is_ours == !error, error ? "Boost refuses what we take" : "Boost takes what we refuse");
  check_claims(text, error ? nullptr : &value);
  if (error) return 0;
  Comparison comparison(text);
  comparison.value(&value);
  comparison.end();
  return 0;
}
