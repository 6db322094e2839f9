// sdk/module/.../auth_context.hpp: AuthContext, what is known of who calls.
#pragma once

#include <optional>

#include "stdb/abi/types.h"
#include "stdb/module/jwt.hpp"

namespace stdb {

// Comes from ctx.sender_auth(); good as long as the call. Nothing is asked of the host before it is asked for here.
class AuthContext {
 public:
  explicit AuthContext(const stdb_call& call) : call_(&call) {}

  // Whether the database itself calls, as in schedules. Not so in init, whose sender is the owner. One host call.
  bool is_internal() const;

  // Whether the caller came with a token. Up to two host calls.
  bool has_jwt() const;

  // The caller's token, read anew each time; none for calls of the database itself and for those over no connection.
  // Up to three host calls and a copy of the payload.
  std::optional<Jwt> jwt() const;

 private:
  const stdb_call* call_;
};

}  // namespace stdb
