// expect: stdb: this condition is on a column of another struct than the rows of this query
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Pet::id> == 5)); }
#else
void use() { show(from[person].where(col<&Person::id> == 5)); }
#endif
