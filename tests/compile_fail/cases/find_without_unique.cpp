// expect: stdb: find() needs a unique column or primary_key
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  static_cast<void>(ctx.db[person].by(stdb::col<&Person::age>).find(5));
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  static_cast<void>(ctx.db[person].by(stdb::col<&Person::id>).find(5));
}
#endif
