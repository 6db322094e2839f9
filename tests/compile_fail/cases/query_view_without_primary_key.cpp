// expect: stdb: a semijoin's column of the right table needs an index of its own
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].left_semijoin(stdb::view<adults>, col<&Pet::owner> == col<&Person::id>)); }
#else
void use() { show(from[pet].left_semijoin(stdb::view<keyed_adults>, col<&Pet::owner> == col<&Person::id>)); }
#endif
