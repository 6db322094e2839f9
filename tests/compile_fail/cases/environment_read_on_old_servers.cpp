// expect: stdb: ctx.env needs TARGET 2.14 or newer
// target: 10000
#include "module.hpp"

struct Settings {
  std::string KEY;
};

#ifdef STDB_BROKEN
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.env.get<&Settings::KEY>()); }
#else
void use(stdb::ReducerContext& ctx) { static_cast<void>(ctx.timestamp()); }
#endif
