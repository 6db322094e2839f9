// sdk/host/src/network/client.cpp: an HttpClient that sends requests over the network; the only file that includes
// Boost.Beast.
#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <vector>

#include "base/concat.hpp"
#include "network/addresses.hpp"
#include "network/url.hpp"
#include "stdb/host/network.hpp"

namespace stdb::host {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Failure = std::unexpected<std::string>;
using WireRequest = http::request<http::string_body>;
using WireResponse = http::response<http::string_body>;

constexpr const char* tls_text =
    "https is not spoken by this client, which has no TLS: ask an http address (of a proxy that speaks TLS, for "
    "instance), or give the database an HttpClient of your own";

std::string_view special_kind_of(const asio::ip::address& address) {
  return address.is_v4() ? special_kind(address.to_v4().to_bytes()) : special_kind(address.to_v6().to_bytes());
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return small;
}

// Headers that say how a message lies on the wire, which is this client's own business.
bool is_framing(std::string_view name) {
  return name == "connection" || name == "content-length" || name == "transfer-encoding" || name == "host";
}

// One request and what it leads to, until an answer is no redirect.
class Exchange {
 public:
  Exchange(const NetworkOptions& options, HttpRequest request)
      : options_(options),
        deadline_(std::chrono::steady_clock::now() + request.timeout.value_or(std::chrono::seconds(30))),
        request_(std::move(request)) {}

  std::expected<HttpResponse, std::string> run() {
    auto url = parse_url(request_.uri);
    for (unsigned redirects = 0; url; ++redirects) {
      auto response = ask(*url);
      if (!response) return Failure(response.error());
      const auto location = response->find(http::field::location);
      if (!is_redirect(response->result_int()) || location == response->end()) return to_host(*std::move(response));
      if (redirects == options_.most_redirects) return Failure("too many redirects");
      auto next = follow(*url, location->value());
      if (next) change_for(response->result_int(), *url, *next);
      url = std::move(next);
    }
    return Failure(url.error());
  }

 private:
  static bool is_redirect(unsigned code) {
    return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
  }

  // As other clients do: a POST that is led elsewhere becomes a GET there, unless it is told to be sent again. What
  // proves who asks is not told to others.
  void change_for(unsigned code, const Url& from, const Url& to) {
    if (code < 307 && request_.method != "GET" && request_.method != "HEAD") {
      request_.method = "GET";
      request_.body.clear();
      std::erase_if(request_.headers,
                    [](const HttpHeader& header) { return lower(header.name).starts_with("content-"); });
    }
    if (from.authority() == to.authority() && from.scheme == to.scheme) return;
    std::erase_if(request_.headers, [](const HttpHeader& header) {
      const std::string name = lower(header.name);
      return name == "authorization" || name == "cookie" || name == "proxy-authorization";
    });
  }

  std::expected<WireResponse, std::string> ask(const Url& url) {
    if (url.scheme != "http") return Failure(tls_text);
    const auto endpoints = look_up(url);
    if (!endpoints) return Failure(endpoints.error());
    beast::tcp_stream stream(io_);
    stream.expires_at(deadline_);
    auto failed = wait([&](auto done) { stream.async_connect(*endpoints, done); });
    if (failed) return Failure(told("cannot connect to ", url, failed));
    const WireRequest request = wire_request(url);
    failed = wait([&](auto done) { http::async_write(stream, request, done); });
    if (failed) return Failure(told("cannot send the request to ", url, failed));
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(options_.most_body_bytes);
    parser.skip(request_.method == "HEAD");
    failed = wait([&](auto done) { http::async_read(stream, buffer, parser, done); });
    if (failed == http::error::body_limit) {
      return Failure(concat("the answer of ", url.authority(), " is longer than ", options_.most_body_bytes, " bytes"));
    }
    if (failed) return Failure(told("cannot read the answer of ", url, failed));
    return parser.release();
  }

  // The addresses of a host that may be asked.
  std::expected<std::vector<tcp::endpoint>, std::string> look_up(const Url& url) {
    error_code failed;
    tcp::resolver resolver(io_);
    const auto found = resolver.resolve(url.host, url.port, failed);
    if (failed) return Failure(told("cannot find ", url, failed));
    std::vector<tcp::endpoint> endpoints;
    std::string refused;
    for (const auto& entry : found) {
      const asio::ip::address address = entry.endpoint().address();
      const std::string_view kind = special_kind_of(address);
      if (kind.empty() || (kind == loopback_kind && options_.allows_loopback)) {
        endpoints.push_back(entry.endpoint());
      } else {
        refused = concat(address.to_string(), " is ", kind, ", which modules may not ask");
      }
    }
    if (endpoints.empty()) return Failure(concat("refused to connect to ", url.authority(), ": ", refused));
    return endpoints;
  }

  WireRequest wire_request(const Url& url) const {
    WireRequest request;
    request.method_string(request_.method);
    request.target(url.target);
    request.version(11);
    request.set(http::field::host, url.authority());
    bool says_what_it_takes = false;
    for (const HttpHeader& header : request_.headers) {
      const std::string name = lower(header.name);
      says_what_it_takes |= name == "accept";
      if (!is_framing(name)) request.insert(header.name, header.value);
    }
    if (!says_what_it_takes) request.set(http::field::accept, "*/*");
    request.set(http::field::connection, "close");
    request.body() = request_.body;
    // The length of nothing is said where something is expected.
    const bool has_body = !request_.body.empty() || request_.method == "POST" || request_.method == "PUT";
    if (has_body) request.content_length(request_.body.size());
    return request;
  }

  static HttpResponse to_host(WireResponse wire) {
    HttpResponse response;
    response.code = static_cast<std::uint16_t>(wire.result_int());
    response.version = wire.version() == 10 ? HttpVersion::http10 : HttpVersion::http11;
    for (const auto& field : wire) response.headers.push_back({lower(field.name_string()), std::string(field.value())});
    response.body = std::move(wire.body());
    return response;
  }

  // Has an operation of a stream run until its end or the deadline; what failed.
  template <class Start>
  error_code wait(Start start) {
    error_code result;
    start([&result](error_code failed, const auto&...) { result = failed; });
    io_.restart();
    io_.run();
    return result;
  }

  static std::string told(std::string_view what, const Url& url, error_code failed) {
    if (failed == beast::error::timeout) return concat("operation timed out: ", what, url.authority());
    return concat(what, url.authority(), ": ", failed.message());
  }

  const NetworkOptions& options_;
  std::chrono::steady_clock::time_point deadline_;
  HttpRequest request_;
  asio::io_context io_{1};
};

}  // namespace

HttpClient network_client(NetworkOptions options) {
  return [options](const HttpRequest& request) { return Exchange(options, request).run(); };
}

}  // namespace stdb::host
