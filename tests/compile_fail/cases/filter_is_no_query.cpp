// expect: stdb: a client_visibility_filter is SQL as a text, or a function without parameters that returns a query
// broken: 3
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public> citizen;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::client_visibility_filter<5>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::client_visibility_filter<[] { return true; }>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::client_visibility_filter<[](int) { return stdb::from[citizen]; }>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<[] { return stdb::from[citizen]; }>>;
#endif
