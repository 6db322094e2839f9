// expect: stdb: case_conversion makes two submodules have the same name
#include "module.hpp"

#ifdef STDB_BROKEN
using Second = stdb::submodule<"auth_tokens", stdb::reducers<greet>>;
#else
using Second = stdb::submodule<"tokens", stdb::reducers<greet>>;
#endif

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::submodule<"authTokens", stdb::reducers<greet>>, Second,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
