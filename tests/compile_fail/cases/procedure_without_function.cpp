// expect: stdb: a procedure has a function operator()(stdb::ProcedureContext& ctx) const
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
struct procedure_under_test {
  int x = 0;
};
#elif STDB_BROKEN == 2
struct procedure_under_test {
  void operator()(stdb::ProcedureContext&) {}
};
#elif STDB_BROKEN == 3
struct procedure_under_test {
  void operator()(stdb::ReducerContext&) const {}
};
#else
struct procedure_under_test {
  std::uint32_t x = 0;
  std::vector<Person> operator()(stdb::ProcedureContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::procedures<procedure_under_test>>;
