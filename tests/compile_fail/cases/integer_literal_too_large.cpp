// expect: this_literal_does_not_fit_its_type
// broken: 3
#include "module.hpp"

using namespace stdb::literals;

#if STDB_BROKEN == 1
constexpr stdb::u128 number = 340282366920938463463374607431768211456_u128;
#elif STDB_BROKEN == 2
constexpr stdb::i128 number = 170141183460469231731687303715884105728_i128;
#elif STDB_BROKEN == 3
constexpr stdb::u256 number = 0x1'0000000000000000'0000000000000000'0000000000000000'0000000000000000_u256;
#else
constexpr stdb::u128 number = 340282366920938463463374607431768211455_u128;
#endif

static_assert(number != 0);
