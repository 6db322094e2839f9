// expect: stdb: clear() needs TARGET 2.2 or newer
// target: 10000
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx) { ctx.db[person].clear(); }
#else
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.db[person].count()); }
#endif
