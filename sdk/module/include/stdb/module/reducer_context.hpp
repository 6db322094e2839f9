// sdk/module/.../reducer_context.hpp: ReducerContext, what a reducer knows and can reach.
#pragma once

#include "stdb/module/auth_context.hpp"
#include "stdb/module/database.hpp"
#include "stdb/module/detail/caller.hpp"
#include "stdb/module/detail/randomness.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/module/environment.hpp"

namespace stdb {

// One call of one reducer, which is one transaction. Lives as long as the call; not to be kept.
class ReducerContext : public detail::Caller, public detail::Randomness {
 public:
  explicit ReducerContext(const stdb_call& call) : Caller(call), Randomness({call.timestamp}) {}
  ReducerContext(const ReducerContext&) = delete;
  ReducerContext& operator=(const ReducerContext&) = delete;

  // The values that the database was given when it was published.
  [[no_unique_address]] Environment env;
  // The tables.
  [[no_unique_address]] Database db;

  // What is known of who calls: its token's claims. Needs TARGET 2.0.
  template <class Context = ReducerContext>
  AuthContext sender_auth() const {
    static_assert(detail::offered<detail::has_v10, Context>, "stdb: sender_auth() needs TARGET 2.0 or newer");
    return AuthContext(*call_);
  }
};

}  // namespace stdb
