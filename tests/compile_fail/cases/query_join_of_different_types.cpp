// expect: stdb: columns are compared with columns of exactly the same type
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].left_semijoin(person, col<&Pet::number> == col<&Person::id>)); }
#else
void use() { show(from[pet].left_semijoin(person, col<&Pet::owner> == col<&Person::id>)); }
#endif
