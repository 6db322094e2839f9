// expect: stdb: a procedure returns void or a type that has an encoding
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
struct procedure_under_test {
  const char* operator()(stdb::ProcedureContext&) const { return ""; }
};
#elif STDB_BROKEN == 2
struct procedure_under_test {
  std::string_view operator()(stdb::ProcedureContext&) const { return {}; }
};
#else
struct procedure_under_test {
  std::uint32_t x = 0;
  std::vector<Person> operator()(stdb::ProcedureContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::procedures<procedure_under_test>>;
