// expect: stdb: a semijoin compares a column of the left table with one of the right, in this order
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].left_semijoin(pet, col<&Pet::owner> == col<&Person::id>)); }
#else
void use() { show(from[person].left_semijoin(pet, col<&Person::id> == col<&Pet::owner>)); }
#endif
