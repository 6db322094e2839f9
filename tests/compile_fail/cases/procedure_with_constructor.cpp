// expect: stdb: a procedure is an aggregate struct whose fields are its arguments
#include "module.hpp"

#ifdef STDB_BROKEN
struct procedure_under_test {
  explicit procedure_under_test(int) {}
  void operator()(stdb::ProcedureContext&) const {}
};
#else
struct procedure_under_test {
  std::uint32_t x = 0;
  std::vector<Person> operator()(stdb::ProcedureContext&) const { return {}; }
};
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::procedures<procedure_under_test>>;
