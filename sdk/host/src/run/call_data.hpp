// sdk/host/src/run/call_data.hpp: callers as guests are told of them.
#pragma once

#include <cstring>

#include "stdb/abi/types.h"
#include "stdb/host/database.hpp"

namespace stdb::host {

inline stdb_call call_data(const Caller& caller, Timestamp at) {
  stdb_call call{};
  static_assert(sizeof call.sender == sizeof caller.identity.bytes);
  static_assert(sizeof call.connection_id == sizeof caller.connection.bytes);
  std::memcpy(call.sender, caller.identity.bytes.data(), sizeof call.sender);
  std::memcpy(call.connection_id, caller.connection.bytes.data(), sizeof call.connection_id);
  call.timestamp = at.micros;
  return call;
}

}  // namespace stdb::host
