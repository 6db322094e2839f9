// expect: nodiscard
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].try_insert({});
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  static_cast<void>(ctx.db[person].try_insert({}));
}
#endif
