// sdk/module/.../transaction_context.hpp: TransactionContext, a transaction within a procedure or handler.
#pragma once

#include "stdb/module/database.hpp"
#include "stdb/module/detail/caller.hpp"
#include "stdb/module/environment.hpp"

namespace stdb {

// What with_tx and try_with_tx hand to their function: as a ReducerContext, with the time at which the transaction
// began. In an HTTP handler sender() is all zero and there is no connection. Not to be kept.
class TransactionContext : public detail::Caller {
 public:
  explicit TransactionContext(const stdb_call& call) : Caller(call) {}
  TransactionContext(const TransactionContext&) = delete;
  TransactionContext& operator=(const TransactionContext&) = delete;

  // The values that the database was given when it was published.
  [[no_unique_address]] Environment env;
  // The tables.
  [[no_unique_address]] Database db;
};

}  // namespace stdb
