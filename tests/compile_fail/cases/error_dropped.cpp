// expect: nodiscard
#include "module.hpp"

stdb::ReducerResult check(int number) {
#ifdef STDB_BROKEN
  if (number < 0) stdb::Err("the number is negative");
#else
  if (number < 0) return stdb::Err("the number is negative");
#endif
  return stdb::Ok();
}
