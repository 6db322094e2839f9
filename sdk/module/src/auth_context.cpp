// sdk/module/src/auth_context.cpp: the caller's token, from the host.
#include "stdb/module/auth_context.hpp"

#include "stdb/module/detail/caller.hpp"
#include "stdb/module/detail/runtime.hpp"

namespace stdb {
namespace {

// A source of the payload's bytes; invalid: there is no token.
std::uint32_t payload_source(const stdb_call& call) {
  std::uint32_t source = STDB_INVALID_HANDLE;
  if (call.connection_id[0] == 0 && call.connection_id[1] == 0) return source;
  const auto* const connection = reinterpret_cast<const std::uint8_t*>(call.connection_id);
  detail::expect_ok(stdb_get_jwt(connection, &source), "sender_auth", "the caller's token");
  return source;
}

}  // namespace

bool AuthContext::is_internal() const { return detail::sender_of(*call_) == detail::database_identity(); }

bool AuthContext::has_jwt() const { return !is_internal() && payload_source(*call_) != STDB_INVALID_HANDLE; }

// The database's own calls have no token, even over a connection that has one.
std::optional<Jwt> AuthContext::jwt() const {
  if (is_internal()) return std::nullopt;
  const std::uint32_t source = payload_source(*call_);
  if (source == STDB_INVALID_HANDLE) return std::nullopt;
  return Jwt(detail::read_text(source));
}

}  // namespace stdb
