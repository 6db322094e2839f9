// expect: stdb: a semijoin's column of the left table needs an index of its own
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].left_semijoin(pet, col<&Person::name> == col<&Pet::name>)); }
#else
void use() { show(from[person].left_semijoin(pet, col<&Person::id> == col<&Pet::owner>)); }
#endif
