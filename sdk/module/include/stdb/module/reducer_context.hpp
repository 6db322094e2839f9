// sdk/module/.../reducer_context.hpp: ReducerContext, what a reducer knows and can reach.
#pragma once

#include <cstdint>
#include <optional>

#include "stdb/bsatn/connection_id.hpp"
#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/module/database.hpp"
#include "stdb/shim/bindings.h"

namespace stdb {

// One call of one reducer, which is one transaction. Lives as long as the call; not to be kept.
class ReducerContext {
 public:
  explicit ReducerContext(const stdb_call& call) : call_(&call) {}
  ReducerContext(const ReducerContext&) = delete;
  ReducerContext& operator=(const ReducerContext&) = delete;

  // The tables.
  [[no_unique_address]] Database db;

  // Who called: a client, the owner (init), or the database itself (schedules).
  Identity sender() const { return {u256(call_->sender[3], call_->sender[2], call_->sender[1], call_->sender[0])}; }

  // The client's connection; none for init and schedules.
  std::optional<ConnectionId> connection_id() const {
    const u128 id = (static_cast<u128>(call_->connection_id[1]) << 64) | call_->connection_id[0];
    if (id == 0) return std::nullopt;
    return ConnectionId{id};
  }

  // When the call began; the same throughout.
  Timestamp timestamp() const { return {call_->timestamp}; }

  // The database's own identity. One host call.
  Identity database_identity() const {
    Identity identity;
    stdb_identity(reinterpret_cast<std::uint8_t*>(identity.value.words.data()));
    return identity;
  }

 private:
  const stdb_call* call_;
};

}  // namespace stdb
