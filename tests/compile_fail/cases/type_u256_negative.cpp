// expect: a_u256_is_not_negative
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::u256 number = -5;
#else
inline constexpr stdb::i256 number = -5;
#endif
