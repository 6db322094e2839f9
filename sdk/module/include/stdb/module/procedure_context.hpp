// sdk/module/.../procedure_context.hpp: ProcedureContext, what a procedure knows and can reach.
#pragma once

#include "stdb/bsatn/timestamp.hpp"
#include "stdb/module/detail/caller.hpp"
#include "stdb/module/detail/randomness.hpp"
#include "stdb/module/detail/transactions.hpp"
#include "stdb/module/environment.hpp"
#include "stdb/module/http/client.hpp"

namespace stdb {

// One call of one procedure. No transaction is open: with_tx and try_with_tx begin one. Lives as long as the call; not
// to be kept.
class ProcedureContext : public detail::Caller, public detail::Transactions, public detail::Randomness {
 public:
  explicit ProcedureContext(const stdb_call& call) : Caller(call), Transactions(call), Randomness({call.timestamp}) {}
  ProcedureContext(const ProcedureContext&) = delete;
  ProcedureContext& operator=(const ProcedureContext&) = delete;

  // The values that the database was given when it was published.
  [[no_unique_address]] Environment env;
  // Requests to other servers.
  [[no_unique_address]] http::Client http;

  // Waits until then; at once if that is past. Returns the time at which it goes on.
  Timestamp sleep_until(Timestamp wake_at) const {
    return {stdb_procedure_sleep_until(wake_at.micros_since_unix_epoch)};
  }
};

}  // namespace stdb
