// expect: stdb: a semijoin is on two columns that are equal
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].left_semijoin(person, col<&Pet::owner> == 5)); }
#else
void use() { show(from[pet].left_semijoin(person, col<&Pet::owner> == col<&Person::id>)); }
#endif
