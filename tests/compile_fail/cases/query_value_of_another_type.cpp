// expect: stdb: this value is not of the column's type
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Person::age> == "18")); }
#else
void use() { show(from[person].where(col<&Person::age> == 18)); }
#endif
