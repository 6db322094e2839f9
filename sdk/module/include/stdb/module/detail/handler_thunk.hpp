// sdk/module/.../detail/handler_thunk.hpp: from the host's HTTP request to the user's handler and back.
#pragma once

#include <cstdint>
#include <type_traits>

#include "stdb/abi/types.h"
#include "stdb/module/handler_context.hpp"
#include "stdb/module/http/request.hpp"
#include "stdb/module/http/response.hpp"

namespace stdb::detail {

// The host's own bytes; where they are not a request host and SDK disagree, which is a panic.
http::Request read_request(std::uint32_t request, std::uint32_t body);
void write_response(const http::Response& response, std::uint32_t head, std::uint32_t body);

template <class Handler>
std::int32_t call_handler(std::int64_t timestamp, std::uint32_t request, std::uint32_t request_body,
                          std::uint32_t response, std::uint32_t response_body) {
  const http::Request asked = read_request(request, request_body);
  HandlerContext ctx(timestamp);
  write_response(Handler{}(ctx, asked), response, response_body);
  return STDB_OK;
}

template <class Handler>
concept CallsAsHandler = requires(const Handler& handler, HandlerContext& ctx, const http::Request& request) {
  { handler(ctx, request) } -> std::same_as<http::Response>;
};

// Whether the function takes its context as one that does not change. Not asked of templates, whose bodies would be
// compiled for the answer.
template <class Function>
inline constexpr bool has_constant_context = false;
template <class Handler, class... Rest>
inline constexpr bool has_constant_context<http::Response (Handler::*)(const HandlerContext&, Rest...) const> = true;

template <class Handler>
constexpr bool takes_constant_context() {
  if constexpr (requires { &Handler::operator(); }) {
    return has_constant_context<decltype(&Handler::operator())>;
  } else {
    return false;
  }
}

template <class Handler>
constexpr bool check_handler() {
  static_assert(std::is_empty_v<Handler>, "stdb: a handler's struct has no fields: what it is told is the request");
  static_assert(CallsAsHandler<Handler> && !takes_constant_context<Handler>(),
                "stdb: a handler has the function stdb::http::Response operator()(stdb::HandlerContext& ctx, const "
                "stdb::http::Request& request) const");
  return true;
}

}  // namespace stdb::detail
