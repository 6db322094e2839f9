// expect: stdb: case_conversion makes of a submodule's name one that is longer than 63
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
using Part = stdb::submodule<"aBcDeFgHiJkLmNoPqRsTuVwXyZaBcDeFgHiJkLmNoPqRsTuVwX", stdb::reducers<greet>>;
#elif STDB_BROKEN == 2
using Part = stdb::submodule<"_1", stdb::reducers<greet>>;
#else
using Part = stdb::submodule<"aBcDeFgH", stdb::reducers<greet>>;
#endif

constexpr const stdb::Module& module_under_test =
    stdb::define<Part, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
