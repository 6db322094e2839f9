// expect: stdb: the second side of a semijoin is a whole table
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() {
  show(from[pet].right_semijoin(from[person].where(col<&Person::online>), col<&Pet::owner> == col<&Person::id>));
}
#else
void use() { show(from[pet].right_semijoin(person, col<&Pet::owner> == col<&Person::id>).where(col<&Person::online>)); }
#endif
