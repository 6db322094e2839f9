// expect: stdb: only a column of type bool is a condition by itself
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Person::age>)); }
#else
void use() { show(from[person].where(col<&Person::online>)); }
#endif
