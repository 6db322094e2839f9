// expect: stdb: update() needs a unique column or primary_key
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::age>).update({});
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::id>).update({});
}
#endif
