// sdk/module/src/http.cpp: HTTP messages as the host has them, and the requests of procedures.
#include <array>
#include <cstring>
#include <span>

#include "stdb/bsatn/decode.hpp"
#include "stdb/bsatn/encode.hpp"
#include "stdb/module/detail/handler_thunk.hpp"
#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/http/client.hpp"

namespace stdb {
namespace {

using bsatn::Reader;
using bsatn::detail::put_integer;

// Source: the wire's HttpMethod: a name's place is its tag; any other method is tag 9 and the name.
constexpr std::array<std::string_view, 9> methods = {"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                                     "CONNECT", "OPTIONS", "TRACE", "PATCH"};
constexpr std::uint8_t other_method = methods.size();
// The host's own limit; it would cut longer ones itself.
constexpr TimeDuration longest_timeout{180'000'000};

std::uint8_t tag_of(std::string_view method) {
  std::uint8_t tag = 0;
  while (tag < methods.size() && methods[tag] != method) ++tag;
  return tag;
}

// What RFC 9110 calls a token. A host stops at a method that is none.
bool is_token(std::string_view text) {
  for (const char c : text) {
    const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_letter && (c == '\0' || std::strchr("!#$%&'*+-.^_`|~", c) == nullptr)) return false;
  }
  return !text.empty();
}

// Texts and bytes alike: a length and what follows.
std::size_t measure_bytes(std::string_view bytes) { return 4 + bytes.size(); }

std::size_t measure_headers(const http::Headers& headers) {
  std::size_t size = 4;
  for (const http::Header& one : headers) size += measure_bytes(one.name) + measure_bytes(one.value);
  return size;
}

std::uint8_t* put_headers(std::uint8_t* at, const http::Headers& headers) {
  at = put_integer(at, static_cast<std::uint32_t>(headers.size()));
  for (const http::Header& one : headers) {
    at = bsatn::detail::encode_text(bsatn::detail::encode_text(at, one.name), one.value);
  }
  return at;
}

bool take_bytes(Reader& reader, std::string& bytes) {
  std::uint32_t size = 0;
  if (!bsatn::decode_next(reader, size)) return false;
  const std::uint8_t* const taken = reader.take(size);
  if (taken == nullptr) return false;
  bytes.assign(reinterpret_cast<const char*>(taken), size);
  return true;
}

bool take_headers(Reader& reader, http::Headers& headers) {
  std::uint32_t count = 0;
  // Each takes eight bytes at least, so the count is held against what there is.
  if (!bsatn::decode_next(reader, count) || count > reader.remaining() / 8) return false;
  headers.resize(count);
  for (http::Header& one : headers) {
    if (!take_bytes(reader, one.name) || !take_bytes(reader, one.value)) return false;
  }
  return true;
}

bool take_version(Reader& reader, http::Version& version) {
  std::uint8_t tag = 0;
  if (!bsatn::decode_next(reader, tag) || tag > static_cast<std::uint8_t>(http::Version::http_3)) return false;
  version = static_cast<http::Version>(tag);
  return true;
}

std::string_view as_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

const std::uint8_t* bytes_of(std::string_view text) {
  static constexpr std::uint8_t nothing = 0;
  return text.empty() ? &nothing : reinterpret_cast<const std::uint8_t*>(text.data());
}

// Order: method, headers, timeout, uri, version.
std::span<const std::uint8_t> encode_request(const http::Request& request) {
  const std::uint8_t tag = tag_of(request.method);
  const std::size_t size = 1 + (tag == other_method ? measure_bytes(request.method) : 0) +
                           measure_headers(request.headers) + 1 + 8 + measure_bytes(request.uri) + 1;
  std::uint8_t* const begin = detail::scratch(size);
  std::uint8_t* at = begin;
  *at++ = tag;
  if (tag == other_method) at = bsatn::detail::encode_text(at, request.method);
  at = put_headers(at, request.headers);
  *at++ = request.timeout.has_value() ? 0 : 1;
  if (request.timeout.has_value()) {
    std::int64_t micros = request.timeout->micros;
    if (micros < 0) micros = 0;
    if (micros > longest_timeout.micros) micros = longest_timeout.micros;
    at = put_integer(at, micros);
  }
  at = bsatn::detail::encode_text(at, request.uri);
  *at++ = static_cast<std::uint8_t>(request.version);
  return {begin, at};
}

// Order: headers, version, code.
bool decode_response(std::uint32_t source, http::Response& response) {
  Reader reader(detail::read_source(source));
  return take_headers(reader, response.headers) && take_version(reader, response.version) &&
         bsatn::decode_next(reader, response.code);
}

http::Error error_of(std::int32_t code, std::uint32_t source) {
  if (code == STDB_WOULD_BLOCK_TRANSACTION) {
    return {http::ErrorKind::would_block_transaction,
            "a transaction is open: send requests before with_tx or after it"};
  }
  if (code == STDB_BSATN_DECODE_ERROR) return {http::ErrorKind::invalid_request, "the host cannot read the request"};
  http::Error error{http::ErrorKind::failed, {}};
  if (code == STDB_HTTP_ERROR) {
    Reader reader(detail::read_source(source));
    if (!take_bytes(reader, error.text)) error.text = "the host gave no reason";
  } else {
    error.text = "the host does not send requests from here";
  }
  return error;
}

}  // namespace

const std::string* http::find(const Headers& headers, std::string_view name) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  for (const Header& one : headers) {
    std::size_t at = 0;
    while (at < name.size() && at < one.name.size() && lower(name[at]) == lower(one.name[at])) ++at;
    if (at == name.size() && at == one.name.size()) return &one.value;
  }
  return nullptr;
}

http::Response http::Response::text(std::string_view body, std::uint16_t code) {
  return {code, {{"content-type", "text/plain; charset=utf-8"}}, std::string(body), Version::http_1_1};
}

Result<http::Response, http::Error> http::Client::send(const Request& request) const {
  if (!is_token(request.method)) {
    return Err(Error{ErrorKind::invalid_request, "the method is not a token: " + request.method});
  }
  const std::span<const std::uint8_t> head = encode_request(request);
  std::uint32_t sources[2] = {};
  const std::int32_t code =
      stdb_procedure_http_request(head.data(), static_cast<std::uint32_t>(head.size()), bytes_of(request.body),
                                  static_cast<std::uint32_t>(request.body.size()), sources);
  if (code != STDB_OK) return Err(error_of(code, sources[0]));
  Response response;
  if (!decode_response(sources[0], response)) {
    return Err(Error{ErrorKind::invalid_response, "the host's answer has a form that this SDK does not know"});
  }
  response.body = as_text(detail::read_source(sources[1]));
  return Ok(std::move(response));
}

Result<http::Response, http::Error> http::Client::get(std::string_view uri, std::optional<TimeDuration> timeout) const {
  Request request;
  request.uri = uri;
  request.timeout = timeout;
  return send(request);
}

http::Request detail::read_request(std::uint32_t request, std::uint32_t body) {
  http::Request read;
  Reader reader(read_source(request));
  std::uint8_t tag = 0;
  bool is_whole = bsatn::decode_next(reader, tag) && tag <= other_method;
  if (is_whole && tag == other_method) {
    is_whole = take_bytes(reader, read.method);
  } else if (is_whole) {
    read.method = methods[tag];
  }
  is_whole = is_whole && take_headers(reader, read.headers) && bsatn::decode_next(reader, read.timeout) &&
             take_bytes(reader, read.uri) && take_version(reader, read.version);
  if (!is_whole) row_does_not_decode("the request to a handler");
  read.body = as_text(read_source(body));
  return read;
}

void detail::write_response(const http::Response& response, std::uint32_t head, std::uint32_t body) {
  const std::size_t size = measure_headers(response.headers) + 1 + 2;
  std::uint8_t* const begin = scratch(size);
  std::uint8_t* at = put_headers(begin, response.headers);
  *at++ = static_cast<std::uint8_t>(response.version);
  at = put_integer(at, response.code);
  write_sink(head, {begin, at});
  write_sink(body, {bytes_of(response.body), response.body.size()});
}

}  // namespace stdb
