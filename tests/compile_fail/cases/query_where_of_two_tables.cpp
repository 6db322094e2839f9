// expect: stdb: where() compares columns of one struct
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].where(col<&Pet::owner> == col<&Person::id>)); }
#else
void use() { show(from[pet].where(col<&Pet::owner> == col<&Pet::id>)); }
#endif
