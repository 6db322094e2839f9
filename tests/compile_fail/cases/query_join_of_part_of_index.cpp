// expect: stdb: a semijoin's column of the left table needs an index of its own
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[pet].right_semijoin(named, col<&Pet::name> == col<&Named::name>)); }
#else
void use() { show(from[pet].right_semijoin(named, col<&Pet::number> == col<&Named::number>)); }
#endif
