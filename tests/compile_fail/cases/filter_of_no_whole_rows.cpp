// expect: stdb: the SQL of a client_visibility_filter gives whole rows of one table
// broken: 3
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public> citizen;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<"SELECT name FROM citizen">>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<"SELECT citizen.name FROM citizen">>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>,
                 stdb::client_visibility_filter<"SELECT * FROM citizen JOIN person ON citizen.id = person.id">>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>, stdb::client_visibility_filter<"SELECT * FROM citizen">,
                 stdb::client_visibility_filter<"SELECT citizen.* FROM citizen JOIN person ON citizen.id = person.id">>;
#endif
