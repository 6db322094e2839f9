// sdk/module/.../http/error.hpp: Error, why a request has no response.
#pragma once

#include <cstdint>
#include <string>

namespace stdb::http {

enum class ErrorKind : std::uint8_t {
  would_block_transaction,  // a transaction is open: send before with_tx, or after it
  invalid_request,          // a method that HTTP does not allow, or a request that the host cannot read
  failed,                   // no answer: unreachable, refused, too late, not allowed by the server's configuration
  invalid_response,         // an answer of a form that this SDK does not know
};

struct Error {
  ErrorKind kind = ErrorKind::failed;
  std::string text;  // the host's own words where it gave some
};

}  // namespace stdb::http
