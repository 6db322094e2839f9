// expect: is not a constant expression
#include "module.hpp"

#ifdef STDB_BROKEN
struct forget {
  std::int32_t age = 0;
  void operator()(stdb::ReducerContext& ctx) const { ctx.db[person].by(stdb::col<&Person::age>).erase(age); }
};
#else
struct forget {
  std::uint8_t age = 0;
  void operator()(stdb::ReducerContext& ctx) const { ctx.db[person].by(stdb::col<&Person::age>).erase(age); }
};
#endif
