// expect: stdb: a table cannot be joined with itself
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].left_semijoin(pet, col<&Pet::owner> == col<&Pet::id>)); }
#else
void use() { show(from[pet].left_semijoin(person, col<&Pet::owner> == col<&Person::id>)); }
#endif
