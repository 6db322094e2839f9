// expect: stdb: a view only reads: it finds, filters and counts
// broken: 9
#include "module.hpp"

#if STDB_BROKEN == 1
void use(const stdb::ViewContext& ctx) { ctx.db[person].insert(Person()); }
#elif STDB_BROKEN == 2
void use(const stdb::ViewContext& ctx) { ctx.db[person].by(stdb::col<&Person::age>).erase(5); }
#elif STDB_BROKEN == 3
void use(const stdb::ViewContext& ctx) { ctx.db[person].by(stdb::col<&Person::age>).erase(stdb::between(1, 5)); }
#elif STDB_BROKEN == 4
void use(const stdb::ViewContext& ctx) { ctx.db[person].insert({.name = "x"}); }
#elif STDB_BROKEN == 5
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[person].try_insert({.name = "x"})); }
#elif STDB_BROKEN == 6
void use(const stdb::ViewContext& ctx) { ctx.db[person].erase(Person()); }
#elif STDB_BROKEN == 7
void use(const stdb::ViewContext& ctx) { ctx.db[person].clear(); }
#elif STDB_BROKEN == 8
void use(const stdb::ViewContext& ctx) { ctx.db[person].by(stdb::col<&Person::id>).update({.id = 1, .name = "x"}); }
#elif STDB_BROKEN == 9
void use(const stdb::ViewContext& ctx) {
  ctx.db[person].by(stdb::col<&Person::id>).insert_or_update({.id = 1, .name = "x"});
}
#else
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[person].by(stdb::col<&Person::age>).filter(5)); }
#endif
