// expect: stdb: a query cannot compare a column of this type
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use(const std::string& name) { show(from[person].where(col<&Person::nick> == std::optional<std::string>(name))); }
#else
void use(const std::string& name) { show(from[person].where(col<&Person::name> == name)); }
#endif
