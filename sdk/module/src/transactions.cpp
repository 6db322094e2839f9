// sdk/module/src/transactions.cpp: the transactions of procedures and handlers.
#include "stdb/module/detail/transactions.hpp"

#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/log.hpp"

namespace stdb::detail {

void begin_transaction(stdb_call& call) { expect_ok(stdb_procedure_start_mut_tx(&call.timestamp), "with_tx", "begin"); }

bool commit_transaction() {
  const std::int32_t code = stdb_procedure_commit_mut_tx();
  if (code != STDB_OK) log::warn("a transaction was not committed: it is run again");
  return code == STDB_OK;
}

void commit_again() { expect_ok(stdb_procedure_commit_mut_tx(), "with_tx", "second commit"); }

void abort_transaction() { expect_ok(stdb_procedure_abort_mut_tx(), "try_with_tx", "roll back"); }

}  // namespace stdb::detail
