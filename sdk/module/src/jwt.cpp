// sdk/module/src/jwt.cpp: the claims of a token, found in its payload.
#include "stdb/module/jwt.hpp"

#include <cstddef>

#include "stdb/bsatn/violation.hpp"
#include "stdb/module/detail/json_pull.hpp"

namespace stdb {

struct detail::Claim {
  // The first token of its value; `end` if there is none of the name, `error` if the payload is no JSON object.
  JsonToken token = JsonToken::end;
  std::string_view json;
};

namespace {

using detail::Claim;
using detail::JsonPull;
using detail::JsonToken;

// Past the value whose first token was just read.
JsonToken skip_rest(JsonPull& json, JsonToken token) {
  const bool opens = token == JsonToken::object_begin || token == JsonToken::array_begin;
  const std::size_t depth = json.depth();
  while (opens && json.depth() >= depth && token != JsonToken::error) token = json.next();
  return token;
}

// The last member of that name. All of the payload is read, so that nothing is taken out of what is no JSON.
Claim find_claim(std::string_view payload, std::string_view name) {
  constexpr Claim no_object{JsonToken::error, {}};
  JsonPull json(payload);
  if (json.next() != JsonToken::object_begin) return no_object;
  Claim found;
  for (;;) {
    const JsonToken member = json.next();
    if (member == JsonToken::object_end) break;
    if (member != JsonToken::key) return no_object;
    const bool is_wanted = json.equals(name);
    const JsonToken value = json.next();
    const std::size_t begin = json.begin();
    if (skip_rest(json, value) == JsonToken::error) return no_object;
    if (is_wanted) found = {value, payload.substr(begin, json.end() - begin)};
  }
  return json.next() == JsonToken::end ? found : no_object;
}

std::string text_of(const Claim& claim) {
  JsonPull json(claim.json);
  json.next();
  return json.unescaped();
}

// The strings of a list; what is no string is left out, and `all` tells of it.
std::vector<std::string> texts_of(const Claim& claim, bool& all) {
  std::vector<std::string> texts;
  all = true;
  JsonPull json(claim.json);
  json.next();
  for (JsonToken token = json.next(); token != JsonToken::array_end; token = json.next()) {
    if (token == JsonToken::string) {
      texts.push_back(json.unescaped());
    } else {
      all = false;
      skip_rest(json, token);
    }
  }
  return texts;
}

// A JSON number as a double: exact with up to 15 digits and small exponents, else within some units of the last place.
// A module has no strtod: it would be larger than most modules.
double real_of(std::string_view number) {
  const bool negative = number.starts_with('-');
  double value = 0;
  int exponent = 0;
  std::size_t at = negative ? 1 : 0;
  bool after_point = false;
  for (; at < number.size() && number[at] != 'e' && number[at] != 'E'; ++at) {
    if (number[at] == '.') {
      after_point = true;
      continue;
    }
    value = value * 10 + (number[at] - '0');
    if (after_point) --exponent;
  }
  if (at < number.size()) {
    const bool down = number[++at] == '-';
    if (number[at] == '-' || number[at] == '+') ++at;
    int written = 0;
    for (; at < number.size(); ++at) written = written > 9'999 ? written : written * 10 + (number[at] - '0');
    exponent += down ? -written : written;
  }
  double power = 1;
  const int size = exponent < 0 ? -exponent : exponent;
  for (int i = 0; i < size && power < 1e300; ++i) power *= 10;
  value = exponent < 0 ? value / power : value * power;
  for (int i = 300; i < size && value != 0 && value - value == 0; ++i) value = exponent < 0 ? value / 10 : value * 10;
  return negative ? -value : value;
}

}  // namespace

detail::Claim Jwt::find(std::string_view name) const {
  const Claim claim = find_claim(payload_, name);
  if (claim.token == JsonToken::error) bsatn::violation("the payload of a token is no JSON object");
  return claim;
}

std::optional<Jwt> Jwt::from_payload(std::string payload) {
  for (const std::string_view name : {"iss", "sub"}) {
    if (find_claim(payload, name).token != JsonToken::string) return std::nullopt;
  }
  return Jwt(std::move(payload));
}

std::string Jwt::required_text(std::string_view name) const {
  const Claim claim = find(name);
  if (claim.token != JsonToken::string) bsatn::violation("a token has no issuer or no subject");
  return text_of(claim);
}

std::string Jwt::subject() const { return required_text("sub"); }

std::string Jwt::issuer() const { return required_text("iss"); }

std::vector<std::string> Jwt::audience() const {
  const Claim claim = find("aud");
  bool all = true;
  if (claim.token == JsonToken::end) return {};
  if (claim.token == JsonToken::array_begin) return texts_of(claim, all);
  if (claim.token != JsonToken::string) bsatn::violation("the audience of a token is neither a string nor a list");
  return {text_of(claim)};
}

std::optional<std::string> Jwt::text_claim(std::string_view name) const {
  const Claim claim = find(name);
  if (claim.token != JsonToken::string) return std::nullopt;
  return text_of(claim);
}

std::optional<bool> Jwt::bool_claim(std::string_view name) const {
  const JsonToken token = find(name).token;
  if (token != JsonToken::boolean_true && token != JsonToken::boolean_false) return std::nullopt;
  return token == JsonToken::boolean_true;
}

std::optional<std::string_view> Jwt::number_claim(std::string_view name) const {
  const Claim claim = find(name);
  if (claim.token != JsonToken::number) return std::nullopt;
  return claim.json;
}

std::optional<double> Jwt::real_claim(std::string_view name) const {
  const auto number = number_claim(name);
  if (!number) return std::nullopt;
  return real_of(*number);
}

std::optional<std::vector<std::string>> Jwt::list_claim(std::string_view name) const {
  const Claim claim = find(name);
  if (claim.token != JsonToken::array_begin) return std::nullopt;
  bool all = true;
  std::vector<std::string> texts = texts_of(claim, all);
  if (!all) return std::nullopt;
  return texts;
}

bool Jwt::has_claim(std::string_view name) const { return find(name).token != JsonToken::end; }

std::optional<std::string> Jwt::json_claim(std::string_view name) const {
  const Claim claim = find(name);
  if (claim.token == JsonToken::end) return std::nullopt;
  return std::string(claim.json);
}

}  // namespace stdb
