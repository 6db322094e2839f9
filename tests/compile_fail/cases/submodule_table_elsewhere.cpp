// expect: stdb: a table of a submodule says so by stdb::in_namespace<"name">, and no other table does
// broken: 3
#include "module.hpp"

inline constexpr stdb::table<Person, "people", stdb::in_namespace<"one">> table_under_test;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"one", stdb::tables<person>>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test = stdb::define<stdb::submodule<"two", stdb::tables<table_under_test>>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person>, stdb::submodule<"one", stdb::tables<table_under_test>>>;
#endif
