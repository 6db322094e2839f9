// expect: stdb: a view only reads: it finds, filters and counts
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
void use(const stdb::ViewContext& ctx) { ctx.db[person].insert(Person()); }
#elif STDB_BROKEN == 2
void use(const stdb::ViewContext& ctx) { ctx.db[person].by(stdb::col<&Person::age>).erase(5); }
#elif STDB_BROKEN == 3
void use(const stdb::ViewContext& ctx) { ctx.db[person].by(stdb::col<&Person::age>).erase(stdb::between(1, 5)); }
#else
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[person].by(stdb::col<&Person::age>).filter(5)); }
#endif
