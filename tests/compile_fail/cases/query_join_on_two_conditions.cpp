// expect: stdb: && and || join conditions on the columns of one struct
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].left_semijoin(person, col<&Pet::owner> == col<&Person::id> && col<&Pet::number> > 5)); }
#else
void use() { show(from[pet].left_semijoin(person, col<&Pet::owner> == col<&Person::id>).where(col<&Pet::number> > 5)); }
#endif
