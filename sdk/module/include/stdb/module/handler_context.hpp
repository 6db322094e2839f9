// sdk/module/.../handler_context.hpp: HandlerContext, what a handler of HTTP requests knows and can reach.
#pragma once

#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/module/detail/caller.hpp"
#include "stdb/module/detail/randomness.hpp"
#include "stdb/module/detail/transactions.hpp"
#include "stdb/module/environment.hpp"
#include "stdb/module/http/client.hpp"

namespace stdb {

// One request. Nobody is known to have sent it: there is no sender and no connection. No transaction is open: with_tx
// and try_with_tx begin one. Lives as long as the request; not to be kept.
class HandlerContext : public detail::Transactions, public detail::Randomness {
 public:
  explicit HandlerContext(std::int64_t timestamp)
      : Transactions(stdb_call{{0, 0, 0, 0}, {0, 0}, timestamp}), Randomness({timestamp}), timestamp_(timestamp) {}
  HandlerContext(const HandlerContext&) = delete;
  HandlerContext& operator=(const HandlerContext&) = delete;

  // The values that the database was given when it was published.
  [[no_unique_address]] Environment env;
  // Requests to other servers.
  [[no_unique_address]] http::Client http;

  // When the request came.
  Timestamp timestamp() const { return {timestamp_}; }

  // The database's own identity. One host call.
  Identity database_identity() const { return detail::database_identity(); }

 private:
  std::int64_t timestamp_;
};

}  // namespace stdb
