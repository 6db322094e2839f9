// sdk/module/.../transaction_context.hpp: TransactionContext, a transaction within a procedure or handler.
#pragma once

#include "stdb/module/auth_context.hpp"
#include "stdb/module/database.hpp"
#include "stdb/module/detail/caller.hpp"
#include "stdb/module/detail/randomness.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/module/environment.hpp"

namespace stdb {

// What with_tx and try_with_tx hand to their function: as a ReducerContext, with the time at which the transaction
// began. In an HTTP handler sender() is all zero and there is no connection. Not to be kept.
class TransactionContext : public detail::Caller, public detail::Randomness {
 public:
  explicit TransactionContext(const stdb_call& call) : Caller(call), Randomness({call.timestamp}) {}
  TransactionContext(const TransactionContext&) = delete;
  TransactionContext& operator=(const TransactionContext&) = delete;

  // The values that the database was given when it was published.
  [[no_unique_address]] Environment env;
  // The tables.
  [[no_unique_address]] Database db;

  // What is known of who calls: its token's claims. Needs TARGET 2.0.
  template <class Context = TransactionContext>
  AuthContext sender_auth() const {
    static_assert(detail::offered<detail::has_v10, Context>, "stdb: sender_auth() needs TARGET 2.0 or newer");
    return AuthContext(*call_);
  }
};

}  // namespace stdb
