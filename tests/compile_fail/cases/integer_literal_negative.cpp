// expect: a_u256_is_not_negative
#include "module.hpp"

#ifdef STDB_BROKEN
constexpr stdb::u256 number = -1;
#else
constexpr stdb::u256 number = 1;
#endif

static_assert(number != stdb::u256(0));
