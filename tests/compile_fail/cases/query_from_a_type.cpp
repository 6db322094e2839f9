// expect: stdb: from[] takes a table, or stdb::view<V> for the view V
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[Pet()]); }
#else
void use() { show(from[pet]); }
#endif
