// expect: stdb: a view does not walk through a table: use by(...).filter(...) or a Query
#include "module.hpp"

#ifdef STDB_BROKEN
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[person].rows()); }
#else
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[person].count()); }
#endif
