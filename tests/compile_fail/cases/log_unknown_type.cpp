// expect: stdb: a log line takes integers, bools, floats, text, enums, Identity, ConnectionId, Timestamp
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  stdb::log::info("{}", Person{});
}
#else
void use(stdb::ReducerContext& ctx, int number) {
  static_cast<void>(ctx);
  static_cast<void>(number);
  stdb::log::info("{}", Person{}.name);
}
#endif
