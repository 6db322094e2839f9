// expect: stdb: this is no condition
#include "query_tables.hpp"

#ifdef STDB_BROKEN
void use() {
  show(from[person].where([](const auto& one, const auto& index) { return one.age == index.id; }));
}
#else
void use() { show(from[person].where(col<&Person::age> == 18)); }
#endif
