// expect: stdb: with_tx commits whatever its function returns: use try_with_tx, which rolls back on an Err
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
void use(const stdb::ProcedureContext& ctx) {
  static_cast<void>(ctx.with_tx([](stdb::TransactionContext&) -> stdb::Outcome<int> { return stdb::Err("no"); }));
}
#elif STDB_BROKEN == 2
void use(const stdb::ProcedureContext& ctx) {
  static_cast<void>(ctx.with_tx([](stdb::TransactionContext&) -> stdb::Result<int, int> { return stdb::Err(5); }));
}
#else
void use(const stdb::ProcedureContext& ctx) {
  static_cast<void>(ctx.try_with_tx([](stdb::TransactionContext&) -> stdb::Outcome<int> { return stdb::Err("no"); }));
}
#endif
