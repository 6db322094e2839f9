// sdk/testing/.../http.hpp: HttpResult, what an HTTP handler answered; and what a test answers modules.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/host/http.hpp"
#include "stdb/testing/call_result.hpp"

namespace stdb::testing {

using HttpHeader = host::HttpHeader;      // name, value
using HttpRequest = host::HttpRequest;    // method, uri, headers, timeout, version, body
using HttpResponse = host::HttpResponse;  // code, headers, version, body

// Answers what modules request; the error is the text that the module is given. It must not call the database.
//   db.http_client([](const stdb::testing::HttpRequest& request) -> std::expected<HttpResponse, std::string> { ... });
using HttpClient = host::HttpClient;

class [[nodiscard]] HttpResult : public CallResult {
 public:
  explicit HttpResult(host::HttpOutcome outcome)
      : CallResult(static_cast<const host::CallOutcome&>(outcome)),
        response_(std::move(outcome.response)),
        is_routed_(outcome.is_routed) {}

  // What a client would see; 404 where the module has no such route, 500 where the handler trapped.
  std::uint16_t code() const { return response_.code; }
  const std::string& body() const { return response_.body; }
  const std::vector<HttpHeader>& headers() const { return response_.headers; }
  // The value of the first header of this name, whatever its letters' case; empty if there is none.
  std::string header(std::string_view name) const;
  // Whether one of the module's routes takes the request.
  bool is_routed() const { return is_routed_; }

  friend std::ostream& operator<<(std::ostream& out, const HttpResult& result);

 private:
  HttpResponse response_;
  bool is_routed_;
};

}  // namespace stdb::testing
