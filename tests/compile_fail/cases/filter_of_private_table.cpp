// expect: stdb: a client_visibility_filter is on a public table
// broken: 2
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public> citizen;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>, stdb::client_visibility_filter<[] { return stdb::from[person]; }>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>,
                 stdb::client_visibility_filter<[] { return stdb::from[person].where(stdb::col<&Person::age> > 17); }>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<person, citizen>,
                 stdb::client_visibility_filter<[] { return stdb::from[citizen].where(stdb::col<&Person::age> > 17); }>,
                 stdb::client_visibility_filter<"SELECT * FROM citizen">>;
#endif
