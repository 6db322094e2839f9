// expect: stdb: servers refuse stdb::sender in the query of a view
#include "query_tables.hpp"

#ifdef STDB_BROKEN
stdb::Query<Person> use() { return from[person].where(col<&Person::who> == stdb::sender); }
#else
stdb::Query<Person> use(const stdb::Identity& sender) { return from[person].where(col<&Person::who> == sender); }
#endif
