// expect: stdb: a module has one case_conversion at most
#include "module.hpp"

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::unchanged>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
#endif
