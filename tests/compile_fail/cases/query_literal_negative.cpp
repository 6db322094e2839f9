// expect: this_literal_does_not_fit_the_column
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() { show(from[person].where(col<&Person::id> > -1)); }
#else
void use() { show(from[person].where(col<&Person::id> > 0)); }
#endif
