// expect: stdb: && and || join conditions on the columns of one struct
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Person::online> && col<&Pet::number> == 5)); }
#else
void use() { show(from[person].where(col<&Person::online> && col<&Person::number> == 5)); }
#endif
