// expect: stdb: this is no condition
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Person::online> && 5)); }
#else
void use() { show(from[person].where(col<&Person::online> && col<&Person::age> == 5)); }
#endif
