// expect: stdb: this query gives rows of another struct than the Query that it becomes
#include "query_tables.hpp"

#ifdef STDB_BROKEN
stdb::Query<Person> use() { return from[pet].left_semijoin(person, col<&Pet::owner> == col<&Person::id>); }
#else
stdb::Query<Person> use() { return from[pet].right_semijoin(person, col<&Pet::owner> == col<&Person::id>); }
#endif
