// sdk/host/src/calls/http_wire.hpp: HTTP requests and responses in BSATN, bodies apart (host-abi 2.4).
#pragma once

#include <optional>
#include <string>

#include "stdb/host/bytes.hpp"
#include "stdb/host/http.hpp"

namespace stdb::host {

Bytes encode_http(const HttpRequest& request);
Bytes encode_http(const HttpResponse& response);

// None when the bytes do not begin with one. What follows is ignored, as on a server.
std::optional<HttpRequest> decode_request(ByteView bytes);
std::optional<HttpResponse> decode_response(ByteView bytes);

// What a server's HTTP library would not send: empty when the request is one that it would.
std::string http_problem(const HttpRequest& request);

bool is_http_token(std::string_view text);  // of a method or a header's name

}  // namespace stdb::host
