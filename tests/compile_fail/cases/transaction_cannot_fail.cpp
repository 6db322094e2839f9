// expect: stdb: the function of try_with_tx returns a stdb::Outcome, a stdb::Result or a std::expected
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
void use(const stdb::ProcedureContext& ctx) {
  static_cast<void>(ctx.try_with_tx([](stdb::TransactionContext&) { return 5; }));
}
#elif STDB_BROKEN == 2
void use(const stdb::ProcedureContext& ctx) {
  ctx.try_with_tx([](stdb::TransactionContext&) {});
}
#else
void use(const stdb::ProcedureContext& ctx) {
  static_cast<void>(ctx.with_tx([](stdb::TransactionContext&) { return 5; }));
}
#endif
