// expect: return
#include "module.hpp"

#ifdef STDB_BROKEN
void use(const stdb::ProcedureContext& ctx) {
  static_cast<void>(ctx.try_with_tx([](stdb::TransactionContext& tx) -> stdb::Outcome<> { tx.db[person].insert({}); }));
}
#else
void use(const stdb::ProcedureContext& ctx) {
  static_cast<void>(ctx.try_with_tx([](stdb::TransactionContext& tx) -> stdb::Outcome<> {
    tx.db[person].insert({});
    return stdb::Ok();
  }));
}
#endif
