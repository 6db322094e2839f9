// expect: stdb: a view does not walk through a table: use by(...).filter(...) or a Query
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[person].rows()); }
#elif STDB_BROKEN == 2
std::uint64_t use(const stdb::ViewContext& ctx) {
  std::uint64_t sum = 0;
  for (const Person& one : ctx.db[person].rows()) sum += one.id;
  return sum;
}
#else
void use(const stdb::ViewContext& ctx) { static_cast<void>(ctx.db[person].count()); }
#endif
