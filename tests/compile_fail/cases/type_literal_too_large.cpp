// expect: this_literal_does_not_fit_its_type
#include "module.hpp"

using namespace stdb::literals;

#ifdef STDB_BROKEN
inline constexpr stdb::u128 number = 340282366920938463463374607431768211456_u128;
#else
inline constexpr stdb::u128 number = 340282366920938463463374607431768211455_u128;
#endif
