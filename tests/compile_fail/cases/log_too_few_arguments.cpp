// expect: the_text_has_not_one_pair_of_braces_for_each_argument
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  stdb::log::info("{} and {}", 1);
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  stdb::log::info("{} and {}", 1, 2);
}
#endif
