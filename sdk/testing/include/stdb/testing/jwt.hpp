// sdk/testing/.../jwt.hpp: Claims, what the token of a test's client says.
#pragma once

#include <string>
#include <vector>

#include "stdb/bsatn/identity.hpp"

namespace stdb::testing {

// The claims of a token that a server has accepted; nobody signs or checks anything here. db.jwt({.subject = "ann"}) is
// the client that comes with it.
struct Claims {
  std::string subject;
  std::string issuer = "https://auth.example.com";
  std::vector<std::string> audience{};
  // Further claims, as members of a JSON object: R"("role": "admin", "level": 3)".
  std::string more{};

  // Whom the token speaks for, as servers derive it.
  Identity identity() const { return Identity::from_claims(issuer, subject); }
  // The payload that the module reads.
  std::string to_json() const;
};

}  // namespace stdb::testing
