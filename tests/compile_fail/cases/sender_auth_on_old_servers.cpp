// expect: stdb: sender_auth() needs TARGET 2.0 or newer
// target: 10000
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.sender_auth()); }
#else
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.sender()); }
#endif
