// expect: stdb: this text has no {}: use it as it is
#include "module.hpp"

#ifdef STDB_BROKEN
void use(stdb::ReducerContext&) { static_cast<void>(stdb::format("nothing")); }
#else
void use(stdb::ReducerContext&) { static_cast<void>(stdb::format("{}", 1)); }
#endif
