// sdk/module/.../jwt.hpp: Jwt, what the token of a caller says.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/integer_text.hpp"

namespace stdb {

namespace detail {

// Where a claim stands in a payload, and what it is.
struct Claim;

}  // namespace detail

// The claims of a JSON web token, whose signature the server has checked before the module sees it. A claim is a member
// of the outermost object only; of two that have one name the last counts. Each look at a claim reads the payload once
// through and allocates only what it returns.
class Jwt {
 public:
  // The payload as the host hands it over: a JSON object with "iss" and "sub". Nothing is read yet: what is no such
  // object is a panic when a claim is asked for, for a server never hands over such a payload.
  explicit Jwt(std::string payload) : payload_(std::move(payload)) {}

  // For payloads from anywhere else: none unless it is a JSON object with "iss" and "sub", both of them strings.
  static std::optional<Jwt> from_payload(std::string payload);

  // "sub" and "iss": who it is, according to whom. A panic if the token has them not as strings.
  std::string subject() const;
  std::string issuer() const;

  // "aud": for whom the token was made. One string counts as a list of one; no claim as an empty one; members of the
  // list that are no strings are left out. Anything else is a panic.
  std::vector<std::string> audience() const;

  // Of the issuer and the subject.
  Identity identity() const { return Identity::from_claims(issuer(), subject()); }

  // A claim of any name, if it is there and of this type: std::string; bool; an integer type, of a number without point
  // and exponent that fits it; double; std::vector<std::string>, of a list of strings.
  template <class T = std::string>
  std::optional<T> claim(std::string_view name) const {
    if constexpr (std::same_as<T, std::string>) {
      return text_claim(name);
    } else if constexpr (std::same_as<T, bool>) {
      return bool_claim(name);
    } else if constexpr (std::same_as<T, double>) {
      return real_claim(name);
    } else if constexpr (std::same_as<T, std::vector<std::string>>) {
      return list_claim(name);
    } else {
      static_assert(bsatn::detail::AnyInteger<T>,
                    "stdb: a claim is read as std::string, bool, an integer, double or std::vector<std::string>; "
                    "json_claim gives any other as its JSON");
      const std::optional<std::string_view> number = number_claim(name);
      return number ? from_string<T>(*number) : std::nullopt;
    }
  }

  // Whether there is a claim of this name, of whatever type.
  bool has_claim(std::string_view name) const;

  // A claim of any kind as the JSON that stands in the payload.
  std::optional<std::string> json_claim(std::string_view name) const;

  // The whole as it is.
  const std::string& payload() const { return payload_; }

 private:
  detail::Claim find(std::string_view name) const;
  std::string required_text(std::string_view name) const;
  std::optional<std::string> text_claim(std::string_view name) const;
  std::optional<bool> bool_claim(std::string_view name) const;
  std::optional<double> real_claim(std::string_view name) const;
  std::optional<std::string_view> number_claim(std::string_view name) const;
  std::optional<std::vector<std::string>> list_claim(std::string_view name) const;

  std::string payload_;
};

}  // namespace stdb
