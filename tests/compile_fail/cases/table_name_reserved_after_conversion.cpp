// expect: stdb: case_conversion makes of this table's name one that begins with st_
#include "module.hpp"

inline constexpr stdb::table<Person, "stPeople"> table_under_test;
inline constexpr stdb::table<Person, "stOthers", stdb::canonical<"others">> kept;

#ifdef STDB_BROKEN
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<table_under_test, kept>, stdb::case_conversion<stdb::CaseConversionPolicy::unchanged>>;
#endif
