// expect: stdb: next<T>() is for integers, bool, float and double
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.rng().next<std::string>()); }
#else
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.rng().next<std::uint8_t>()); }
#endif
