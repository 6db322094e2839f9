// expect: stdb: by() names a member of another struct than the table's row
#include "module.hpp"

struct Other {
  std::uint8_t age = 0;
};

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx) { ctx.db[person].by(stdb::col<&Other::age>); }
#else
void use(stdb::ReducerContext& ctx) { ctx.db[person].by(stdb::col<&Person::age>); }
#endif
