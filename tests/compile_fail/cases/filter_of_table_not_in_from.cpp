// expect: stdb: the SQL of a client_visibility_filter speaks of a table that is not in its FROM
// broken: 3
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public> citizen;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>,
                 stdb::client_visibility_filter<"SELECT * FROM citizen WHERE person.age > 17">>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<"SELECT citizen.* FROM citizen AS c">>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>,
                 stdb::client_visibility_filter<"SELECT c.* FROM citizen AS c JOIN person p ON c.id = person.id">>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>,
                 stdb::client_visibility_filter<"SELECT citizen.* FROM citizen WHERE citizen.age > 17">,
                 stdb::client_visibility_filter<"SELECT c.* FROM citizen AS c JOIN person p ON c.id = p.id">>;
#endif
