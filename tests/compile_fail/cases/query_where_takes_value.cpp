// expect: stdb: this is no condition
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(1)); }
#else
void use() { show(from[person].where(true)); }
#endif
