// expect: stdb: a value is not of the type of the index's column in its place
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::age>).erase(5.5);
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::age>).erase(5);
}
#endif
