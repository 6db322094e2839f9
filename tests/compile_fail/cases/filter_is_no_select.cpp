// expect: stdb: the SQL of a client_visibility_filter is one SELECT
// broken: 2
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public> citizen;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::client_visibility_filter<"">>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::client_visibility_filter<"DELETE FROM citizen">>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<"select * from citizen">>;
#endif
