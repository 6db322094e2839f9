// expect: no member named
// expect: HandlerContext
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
void use(stdb::HandlerContext& ctx) { static_cast<void>(ctx.sender()); }
#elif STDB_BROKEN == 2
void use(stdb::HandlerContext& ctx) { static_cast<void>(ctx.connection_id()); }
#elif STDB_BROKEN == 3
void use(stdb::HandlerContext& ctx) { static_cast<void>(ctx.db[person].count()); }
#else
void use(stdb::HandlerContext& ctx) { static_cast<void>(ctx.timestamp()); }
#endif
