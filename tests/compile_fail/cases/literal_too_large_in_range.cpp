// expect: this_literal_does_not_fit_the_column
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::age>).erase(stdb::between(-1, 5));
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::age>).erase(stdb::between(0, 255));
}
#endif
