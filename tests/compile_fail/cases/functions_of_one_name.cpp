// expect: stdb: two of the module's reducers, procedures and views have the same name
// broken: 3
#include "module.hpp"

namespace other {
struct greet {
  void operator()(stdb::ProcedureContext&) const {}
};
}  // namespace other
namespace third {
struct greet {
  std::vector<Person> operator()(const stdb::AnonymousViewContext&) const { return {}; }
};
}  // namespace third
namespace fourth {
struct wave {
  void operator()(stdb::ProcedureContext&) const {}
};
}  // namespace fourth

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>, stdb::procedures<other::greet>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>, stdb::views<third::greet>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::procedures<other::greet>, stdb::views<third::greet>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>, stdb::procedures<fourth::wave>>;
#endif
