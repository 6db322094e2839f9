// sdk/module/.../http/client.hpp: Client, HTTP requests to the world outside.
#pragma once

#include <optional>
#include <string_view>

#include "stdb/bsatn/result.hpp"
#include "stdb/bsatn/time_duration.hpp"
#include "stdb/module/http/error.hpp"
#include "stdb/module/http/request.hpp"
#include "stdb/module/http/response.hpp"

namespace stdb::http {

// ctx.http of a procedure or handler. Without state. A server refuses addresses of its own machine and of private
// networks, and can refuse all.
class Client {
 public:
  // Waits for the response; any code of HTTP is a response, also those of failures. Never a panic.
  Result<Response, Error> send(const Request& request) const;

  // A GET without headers.
  Result<Response, Error> get(std::string_view uri, std::optional<TimeDuration> timeout = std::nullopt) const;
};

}  // namespace stdb::http
