// expect: a_number_of_another_type_must_be_a_literal
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::age>).erase(number);
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  ctx.db[person].by(stdb::col<&Person::age>).erase(static_cast<std::uint8_t>(number));
}
#endif
