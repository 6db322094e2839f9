// expect: stdb: the table has no index over exactly these columns
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::name>).erase("x");
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::age>).erase(5);
}
#endif
