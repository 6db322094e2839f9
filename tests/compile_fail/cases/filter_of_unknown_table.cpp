// expect: stdb: the SQL of a client_visibility_filter names a table or view that the module does not have
// expect: {"citizen"}
// broken: 4
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public> citizen;

struct adults {
  std::vector<Person> operator()(const stdb::AnonymousViewContext&) const { return {}; }
};

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<"SELECT * FROM citizens">>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<"select * from \"Citizen\" where age > 5">>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>,
                 stdb::client_visibility_filter<"SELECT a.* FROM citizen AS a INNER JOIN citzen b ON a.id = b.id">>;
#elif STDB_BROKEN == 4
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>,
                 stdb::client_visibility_filter<"SELECT * FROM ciitizen">>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::tables<citizen>, stdb::views<adults>, stdb::submodule<"auth", stdb::tables<>>,
    stdb::client_visibility_filter<
        "SELECT a.* FROM citizen AS a INNER JOIN \"citizen\" b ON a.id = b.id -- and no more">,
    stdb::client_visibility_filter<"SELECT adults.* FROM adults JOIN auth.user ON adults.name = auth.user.name">,
    stdb::client_visibility_filter<
        "SELECT citizen.* FROM citizen JOIN st_client ON citizen.name = st_client.whatever">>;
#endif
