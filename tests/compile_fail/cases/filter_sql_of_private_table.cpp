// expect: stdb: the SQL of a client_visibility_filter is on a public table
// broken: 2
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public> citizen;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>, stdb::client_visibility_filter<"SELECT * FROM person">>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>,
                 stdb::client_visibility_filter<"SELECT p.* FROM citizen JOIN person AS p ON citizen.id = p.id">>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>, stdb::client_visibility_filter<"SELECT * FROM citizen">,
                 stdb::client_visibility_filter<"SELECT citizen.* FROM citizen JOIN person AS p ON citizen.id = p.id">>;
#endif
