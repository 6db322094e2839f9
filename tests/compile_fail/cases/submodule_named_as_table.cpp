// expect: stdb: a submodule has the name of a table, reducer, procedure or view of the module
// broken: 4
#include "module.hpp"

struct wave {
  void operator()(stdb::ProcedureContext&) const {}
};
struct adults {
  std::vector<Person> operator()(const stdb::ViewContext&) const { return {}; }
};

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person>, stdb::submodule<"person">>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::reducers<greet>, stdb::submodule<"greet">>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<stdb::procedures<wave>, stdb::submodule<"wave">>;
#elif STDB_BROKEN == 4
constexpr const stdb::Module& module_under_test = stdb::define<stdb::views<adults>, stdb::submodule<"adults">>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person>, stdb::reducers<greet>, stdb::procedures<wave>, stdb::views<adults>,
                 stdb::submodule<"part", stdb::reducers<greet>>>;
#endif
