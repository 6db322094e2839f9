// expect: stdb: case_conversion makes of this table's name one that is empty or begins with a digit
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "_"> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "_1"> table_under_test;
#else
inline constexpr stdb::table<Person, "_1", stdb::canonical<"first">> table_under_test;
#endif

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
