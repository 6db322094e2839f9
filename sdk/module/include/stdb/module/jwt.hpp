// sdk/module/.../jwt.hpp: Jwt, the claims of a caller's token.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/bsatn/identity.hpp"

namespace stdb {

// The payload of a JSON Web Token. The server has checked the token before the module hears of it; what is here is what
// the issuer says of the subject. Only claims at the top are found; of two with one name the last counts.
class Jwt {
 public:
  // A payload that is no JSON object is a panic: the host gives none such.
  explicit Jwt(std::string payload);

  // "sub" and "iss". A token without them is a panic: a server accepts none.
  std::string subject() const { return required("sub"); }
  std::string issuer() const { return required("iss"); }

  // "aud": whom the token is for; empty where it does not say.
  std::vector<std::string> audience() const;

  // Who the token speaks for, by its issuer and subject.
  Identity identity() const { return Identity::from_claims(issuer(), subject()); }

  // A claim whose value is a text; none where there is no such claim or it is of another kind.
  std::optional<std::string> claim(std::string_view name) const;

  // A claim of any kind as the JSON that it is.
  std::optional<std::string> json_claim(std::string_view name) const;

  // The whole of it, as the host has it.
  const std::string& payload() const { return payload_; }

 private:
  std::string required(std::string_view name) const;

  std::string payload_;
};

}  // namespace stdb
