// expect: stdb: stdb::sender is an Identity
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Person::id> == stdb::sender)); }
#else
void use() { show(from[person].where(col<&Person::who> == stdb::sender)); }
#endif
