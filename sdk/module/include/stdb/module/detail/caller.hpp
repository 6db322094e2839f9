// sdk/module/.../detail/caller.hpp: Caller, what every context of a call with a sender knows.
#pragma once

#include <cstdint>
#include <optional>

#include "stdb/bsatn/connection_id.hpp"
#include "stdb/bsatn/identity.hpp"
#include "stdb/bsatn/timestamp.hpp"
#include "stdb/shim/bindings.h"

namespace stdb::detail {

// The database's own identity. One host call.
inline Identity database_identity() {
  Identity identity;
  stdb_identity(reinterpret_cast<std::uint8_t*>(identity.value.words.data()));
  return identity;
}

inline Identity sender_of(const stdb_call& call) {
  return {u256(call.sender[3], call.sender[2], call.sender[1], call.sender[0])};
}

inline std::optional<ConnectionId> connection_of(const stdb_call& call) {
  const u128 id = (static_cast<u128>(call.connection_id[1]) << 64) | call.connection_id[0];
  if (id == 0) return std::nullopt;
  return ConnectionId{id};
}

// A base of the contexts; its functions are theirs.
class Caller {
 public:
  // Who called: a client, the owner (init), or the database itself (schedules).
  Identity sender() const { return sender_of(*call_); }

  // The client's connection; none for init, schedules and calls without one.
  std::optional<ConnectionId> connection_id() const { return connection_of(*call_); }

  // When the call began; the same throughout.
  Timestamp timestamp() const { return {call_->timestamp}; }

  // The database's own identity. One host call.
  Identity database_identity() const { return detail::database_identity(); }

 protected:
  explicit Caller(const stdb_call& call) : call_(&call) {}

  const stdb_call* call_;  // the host's, for as long as the call lasts
};

}  // namespace stdb::detail
