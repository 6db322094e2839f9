// expect: stdb: this duration's period is no whole number of microseconds
#include "module.hpp"

#include <chrono>

#ifdef STDB_BROKEN
void use(stdb::ReducerContext&) {
  static_cast<void>(stdb::TimeDuration::from(std::chrono::duration<int, std::ratio<1, 3>>(1)));
}
#else
void use(stdb::ReducerContext&) {
  static_cast<void>(stdb::TimeDuration::from(std::chrono::duration<int, std::ratio<1, 4>>(1)));
}
#endif
