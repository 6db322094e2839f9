// expect: stdb: this condition is on a column of another struct than the rows of this query
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].left_semijoin(person, col<&Pet::owner> == col<&Person::id>).where(col<&Person::online>)); }
#else
void use() { show(from[pet].right_semijoin(person, col<&Pet::owner> == col<&Person::id>).where(col<&Person::online>)); }
#endif
