// expect: stdb: the column stands on the left
// broken: 6
#include "query_tables.hpp"

#if STDB_BROKEN == 1
void use() { show(from[person].where(42 < col<&Person::age>)); }
#elif STDB_BROKEN == 2
void use() { show(from[person].where(42 <= col<&Person::age>)); }
#elif STDB_BROKEN == 3
void use() { show(from[person].where(42 > col<&Person::age>)); }
#elif STDB_BROKEN == 4
void use() { show(from[person].where(42 >= col<&Person::age>)); }
#elif STDB_BROKEN == 5
void use() { show(from[person].where(42 != col<&Person::age>)); }
#elif STDB_BROKEN == 6
void use() { show(from[person].where(std::string("Ann") < col<&Person::name>)); }
#else
void use() { show(from[person].where(col<&Person::age> <= 42)); }
#endif
