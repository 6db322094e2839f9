// expect: stdb: a query cannot compare a column of this type
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Person::color> == Color::red)); }
#else
void use() { show(from[person].where(col<&Person::age> == 1)); }
#endif
