// expect: stdb: procedures need TARGET 2.0 or newer
// broken: 2
// target: 10000
#include "module.hpp"

struct wave {
  void operator()(stdb::ProcedureContext&) const {}
};

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::procedures<wave>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::private_procedures<wave>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>>;
#endif
