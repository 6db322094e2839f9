// sdk/host/.../http.hpp: HTTP as modules speak it, as handlers and as clients.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stdb::host {

// In the order of the wire's tags (host-abi 2.4).
enum class HttpVersion : std::uint8_t { http09, http10, http11, http2, http3 };

// Values and bodies are bytes, not necessarily text.
struct HttpHeader {
  std::string name;
  std::string value;

  bool operator==(const HttpHeader&) const = default;
};

struct HttpRequest {
  std::string method = "GET";  // in capitals; any token may stand here
  std::string uri;
  std::vector<HttpHeader> headers;
  std::optional<std::chrono::microseconds> timeout;
  HttpVersion version = HttpVersion::http11;
  std::string body;
};

struct HttpResponse {
  std::uint16_t code = 200;
  std::vector<HttpHeader> headers;
  HttpVersion version = HttpVersion::http11;
  std::string body;
};

// Answers what modules request: canned in a test, over a network where an embedder dares to. The error is the text that
// the module is given; it should not hold what a log must not show. `timeout` is always set, as a server would have it.
using HttpClient = std::function<std::expected<HttpResponse, std::string>(const HttpRequest&)>;

}  // namespace stdb::host
