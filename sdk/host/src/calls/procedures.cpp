// sdk/host/src/calls/procedures.cpp: what belongs to procedures, as it answers when a reducer calls it. This host runs
// reducers only, so no procedure's transaction is ever open.
#include "calls/system_calls.hpp"

namespace stdb::host {

std::int64_t SystemCalls::procedure_sleep_until(const Memory&, std::int64_t) {
  throw Trap("procedure_sleep_until is only available in async instances");
}

std::int32_t SystemCalls::procedure_start_mut_tx(const Memory&, Address) {
  if (in_transaction()) return STDB_WOULD_BLOCK_TRANSACTION;
  throw Trap("procedure_start_mut_tx is only available in procedures");
}

std::int32_t SystemCalls::procedure_commit_mut_tx(const Memory&) { return STDB_TRANSACTION_NOT_ANONYMOUS; }

std::int32_t SystemCalls::procedure_abort_mut_tx(const Memory&) { return STDB_TRANSACTION_NOT_ANONYMOUS; }

std::int32_t SystemCalls::procedure_http_request(const Memory&, Address, std::uint32_t, Address, std::uint32_t,
                                                 Address) {
  throw Trap("procedure_http_request is only available in async instances");
}

}  // namespace stdb::host
