// expect: stdb: with_tx and try_with_tx run a function that takes a stdb::TransactionContext&
// broken: 4
#include "module.hpp"

#if STDB_BROKEN == 1
std::uint64_t use(const stdb::ProcedureContext& ctx) {
  return ctx.with_tx([](stdb::ReducerContext& tx) { return tx.db[person].count(); });
}
#elif STDB_BROKEN == 2
void use(const stdb::ProcedureContext& ctx) {
  ctx.with_tx([] {});
}
#elif STDB_BROKEN == 3
void use(const stdb::HandlerContext& ctx) {
  static_cast<void>(ctx.try_with_tx([](stdb::ReducerContext&) -> stdb::ReducerResult { return stdb::Ok(); }));
}
#elif STDB_BROKEN == 4
void use(const stdb::ProcedureContext& ctx) { ctx.with_tx(5); }
#else
std::uint64_t use(const stdb::ProcedureContext& ctx) {
  return ctx.with_tx([](stdb::TransactionContext& tx) { return tx.db[person].count(); });
}
#endif
