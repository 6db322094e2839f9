// expect: stdb: case_conversion needs TARGET 2.0 or newer
// target: 10000
#include "module.hpp"

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::case_conversion<stdb::CaseConversionPolicy::unchanged>>;
#endif
