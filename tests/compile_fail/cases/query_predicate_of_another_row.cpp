// expect: stdb: this condition is on a column of another struct than the Predicate's
#include "query_tables.hpp"

#ifdef STDB_BROKEN
stdb::Predicate<Person> use() { return col<&Pet::number> == 5; }
#else
stdb::Predicate<Pet> use() { return col<&Pet::number> == 5; }
#endif
