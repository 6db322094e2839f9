// expect: stdb: the column stands on the left
// broken: 11
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
#elif STDB_BROKEN == 7
void use() { show(from[person].where(42 == col<&Person::age>)); }
#elif STDB_BROKEN == 8
void use() { show(from[person].where("Ann" == col<&Person::name>)); }
#elif STDB_BROKEN == 9
void use(const std::string& name) { show(from[person].where(name == col<&Person::name>)); }
#elif STDB_BROKEN == 10
void use(std::uint8_t age) { show(from[person].where(age == col<&Person::age>)); }
#elif STDB_BROKEN == 11
void use() { show(from[person].where(stdb::sender == col<&Person::who>)); }
#else
void use(const std::string& name, std::uint8_t age) {
  show(from[person].where(col<&Person::age> <= 42), from[person].where(col<&Person::age> == 42));
  show(from[person].where(col<&Person::name> == "Ann"), from[person].where(col<&Person::name> == name));
  show(from[person].where(col<&Person::name> == std::string("Ann")), from[person].where(col<&Person::age> == age));
  show(from[person].where(col<&Person::who> == stdb::sender),
       from[person].where(col<&Person::id> == col<&Person::boss>));
}
#endif
