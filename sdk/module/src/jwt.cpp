// sdk/module/src/jwt.cpp: the claims of a token, found in its payload.
#include "stdb/module/jwt.hpp"

#include <utility>

#include "stdb/module/detail/json_pull.hpp"
#include "stdb/module/format.hpp"
#include "stdb/module/panic.hpp"

namespace stdb {
namespace {

using detail::JsonPull;

// The value of the last member of this name, as it is written; null if there is none. Not an object: false.
bool find_member(std::string_view json, std::string_view name, std::string_view& value) {
  JsonPull pull(json);
  std::string key;
  if (!pull.take('{')) return false;
  if (!pull.take('}')) {
    for (;;) {
      if (!pull.text(key) || !pull.take(':')) return false;
      const char* const from = pull.position();
      if (!pull.value()) return false;
      if (key == name) value = {from, static_cast<std::size_t>(pull.position() - from)};
      if (pull.take('}')) break;
      if (!pull.take(',')) return false;
    }
  }
  return pull.is_at_end();
}

std::string_view member(std::string_view json, std::string_view name) {
  std::string_view value;
  find_member(json, name, value);
  while (!value.empty() &&
         (value.back() == ' ' || value.back() == '\n' || value.back() == '\t' || value.back() == '\r'))
    value.remove_suffix(1);
  return value;
}

}  // namespace

Jwt::Jwt(std::string payload) : payload_(std::move(payload)) {
  std::string_view none;
  if (!find_member(payload_, {}, none)) panic("the payload of the caller's token is no JSON object");
}

std::optional<std::string> Jwt::json_claim(std::string_view name) const {
  const std::string_view value = member(payload_, name);
  if (value.empty()) return std::nullopt;
  return std::string(value);
}

std::optional<std::string> Jwt::claim(std::string_view name) const {
  JsonPull pull(member(payload_, name));
  std::string text;
  if (!pull.text(text)) return std::nullopt;
  return text;
}

std::string Jwt::required(std::string_view name) const {
  std::optional<std::string> text = claim(name);
  if (!text.has_value()) panic(format("the caller's token has no claim \"{}\" that is a text", name));
  return std::move(*text);
}

std::vector<std::string> Jwt::audience() const {
  std::vector<std::string> all;
  std::string one;
  JsonPull pull(member(payload_, "aud"));
  if (pull.text(one)) {
    all.push_back(one);
  } else if (pull.take('[') && !pull.take(']')) {
    // Of the array's elements those that are texts; the whole was checked when the token was read.
    do {
      if (pull.text(one)) {
        all.push_back(one);
      } else {
        pull.value();
      }
    } while (pull.take(','));
  }
  return all;
}

}  // namespace stdb
