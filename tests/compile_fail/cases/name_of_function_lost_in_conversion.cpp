// expect: stdb: case_conversion makes of this function's name one that is empty or begins with a digit
#include "module.hpp"

struct _1 {
  stdb::ReducerResult operator()(stdb::ReducerContext&) const { return stdb::Ok(); }
};
#ifndef STDB_BROKEN
template <>
inline constexpr std::string_view stdb::canonical_name<_1> = "first";
#endif

constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::reducers<_1>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
