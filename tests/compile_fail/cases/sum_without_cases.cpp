// expect: stdb: a Sum needs at least one case: a field of its Cases struct
#include "module.hpp"

#ifdef STDB_BROKEN
struct Cases {};
#else
struct Cases {
  stdb::Unit only;
};
#endif

struct Choice : stdb::Sum<Cases> {};
static_assert(sizeof(Choice) > 0);
