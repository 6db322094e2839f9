// expect: stdb: columns are compared with columns of exactly the same type
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Person::id> == col<&Person::age>)); }
#else
void use() { show(from[person].where(col<&Person::id> == col<&Person::boss>)); }
#endif
