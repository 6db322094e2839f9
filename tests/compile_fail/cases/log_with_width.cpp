// expect: braces_in_the_text_are_empty_without_width_or_precision
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  stdb::log::info("{:02} and {}", 1, number);
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  stdb::log::info("{} and {}", 1, 2);
}
#endif
