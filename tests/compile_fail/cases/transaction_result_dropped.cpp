// expect: nodiscard
#include "module.hpp"

#ifdef STDB_BROKEN
void use(const stdb::ProcedureContext& ctx) {
  ctx.try_with_tx([](stdb::TransactionContext&) -> stdb::Outcome<> { return stdb::Ok(); });
}
#else
void use(const stdb::ProcedureContext& ctx) {
  static_cast<void>(ctx.try_with_tx([](stdb::TransactionContext&) -> stdb::Outcome<> { return stdb::Ok(); }));
}
#endif
