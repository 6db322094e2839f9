// sdk/host/src/calls/http_wire.cpp: HTTP requests and responses in BSATN, bodies apart.
#include "calls/http_wire.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/little_endian.hpp"
#include "base/utf8.hpp"

namespace stdb::host {
namespace {

// Method's cases in the order of their tags; the next tag holds any other name.
constexpr std::array<std::string_view, 9> methods{"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                                  "CONNECT", "OPTIONS", "TRACE", "PATCH"};

void append_counted(Bytes& out, std::string_view bytes) {
  append(out, static_cast<std::uint32_t>(bytes.size()));
  out.insert(out.end(), bytes.begin(), bytes.end());
}

void append_headers(Bytes& out, const std::vector<HttpHeader>& headers) {
  append(out, static_cast<std::uint32_t>(headers.size()));
  for (const HttpHeader& header : headers) {
    append_counted(out, header.name);
    append_counted(out, header.value);
  }
}

// Reads from bytes that nobody has checked. After the first fault everything read is empty.
class WireReader {
 public:
  explicit WireReader(ByteView bytes) : bytes_(bytes) {}

  bool is_good() const { return is_good_; }
  void fail() { is_good_ = false; }

  template <std::integral Number>
  Number number() {
    const ByteView taken = take(sizeof(Number));
    return is_good_ ? load<Number>(taken.data()) : Number{};
  }

  std::string counted() { return std::string(as_text(take(number<std::uint32_t>()))); }

  std::string text() {
    const ByteView taken = take(number<std::uint32_t>());
    if (!is_utf8(taken)) fail();
    return std::string(as_text(taken));
  }

  std::uint8_t tag(std::size_t cases) {
    const auto read = number<std::uint8_t>();
    if (read >= cases) fail();
    return read;
  }

  std::vector<HttpHeader> headers() {
    std::vector<HttpHeader> read;
    // Grows as bytes come, so a lying count costs nothing.
    for (auto count = number<std::uint32_t>(); count > 0 && is_good_; --count) {
      std::string name = text();
      read.push_back({std::move(name), counted()});
    }
    return read;
  }

  HttpVersion version() { return static_cast<HttpVersion>(tag(5)); }

 private:
  ByteView take(std::size_t size) {
    if (size > bytes_.size()) fail();
    if (!is_good_) return {};
    const ByteView taken = bytes_.first(size);
    bytes_ = bytes_.subspan(size);
    return taken;
  }

  ByteView bytes_;
  bool is_good_ = true;
};

}  // namespace

Bytes encode_http(const HttpRequest& request) {
  Bytes out;
  const auto method = std::ranges::find(methods, request.method);
  out.push_back(static_cast<std::uint8_t>(method - methods.begin()));
  if (method == methods.end()) append_counted(out, request.method);
  append_headers(out, request.headers);
  out.push_back(request.timeout ? 0 : 1);
  if (request.timeout) append(out, std::int64_t{request.timeout->count()});
  append_counted(out, request.uri);
  out.push_back(static_cast<std::uint8_t>(request.version));
  return out;
}

Bytes encode_http(const HttpResponse& response) {
  Bytes out;
  append_headers(out, response.headers);
  out.push_back(static_cast<std::uint8_t>(response.version));
  append(out, response.code);
  return out;
}

std::optional<HttpRequest> decode_request(ByteView bytes) {
  WireReader reader(bytes);
  HttpRequest request;
  const std::uint8_t method = reader.tag(methods.size() + 1);
  if (!reader.is_good()) return std::nullopt;
  request.method = method < methods.size() ? std::string(methods[method]) : reader.text();
  request.headers = reader.headers();
  if (reader.tag(2) == 0) request.timeout = std::chrono::microseconds(reader.number<std::int64_t>());
  request.uri = reader.text();
  request.version = reader.version();
  return reader.is_good() ? std::optional(std::move(request)) : std::nullopt;
}

std::optional<HttpResponse> decode_response(ByteView bytes) {
  WireReader reader(bytes);
  HttpResponse response;
  response.headers = reader.headers();
  response.version = reader.version();
  response.code = reader.number<std::uint16_t>();
  return reader.is_good() ? std::optional(std::move(response)) : std::nullopt;
}

bool is_http_token(std::string_view text) {
  constexpr std::string_view signs = "!#$%&'*+-.^_`|~";
  const auto is_part = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           signs.find(c) != std::string_view::npos;
  };
  return !text.empty() && std::ranges::all_of(text, is_part);
}

std::string http_problem(const HttpRequest& request) {
  if (request.uri.empty()) return "empty string";
  if (std::ranges::any_of(request.uri, [](char c) { return c <= ' ' || c == '\x7F'; })) return "invalid uri character";
  if (request.uri.find("://") == std::string::npos) return "builder error: relative URL without a base";
  for (const HttpHeader& header : request.headers) {
    if (!is_http_token(header.name)) return "invalid HTTP header name";
    const auto is_wrong = [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7F'; };
    if (std::ranges::any_of(header.value, is_wrong)) return "failed to parse header value";
  }
  return {};
}

}  // namespace stdb::host
