// expect: stdb: the right table of a semijoin cannot be an event table
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].left_semijoin(meeting, col<&Pet::owner> == col<&Person::id>)); }
#else
void use() { show(from[meeting].left_semijoin(pet, col<&Person::id> == col<&Pet::owner>)); }
#endif
