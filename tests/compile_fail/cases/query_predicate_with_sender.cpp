// expect: stdb: a Predicate does not hold stdb::sender
#include "query_tables.hpp"

#ifdef STDB_BROKEN
stdb::Predicate<Person> use() { return col<&Person::who> == stdb::sender; }
#else
stdb::Predicate<Person> use() { return col<&Person::who> == stdb::Identity(); }
#endif
