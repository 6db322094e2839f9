// expect: stdb: two tables, indexes, unique columns or auto_inc columns get the same name in the database
// broken: 2
#include "module.hpp"

inline constexpr stdb::table<Person, "playerOne", stdb::auto_inc<&Person::id>> first;
inline constexpr stdb::table<Person, "player_one"> second;
inline constexpr stdb::table<Person, "player_one_id_seq"> ids;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<first, second>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<first, ids>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<first, second, ids>, stdb::case_conversion<stdb::CaseConversionPolicy::unchanged>>;
#endif
