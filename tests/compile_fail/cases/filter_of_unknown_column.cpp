// expect: stdb: the SQL of a client_visibility_filter names a column that its table does not have
// expect: {"height"}
// broken: 4
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public> citizen;

struct Dog {
  std::uint64_t dogId = 0;
  std::uint64_t owner = 0;
};
inline constexpr stdb::table<Dog, "Dog1", stdb::canonical<"hound">> dog;

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<"SELECT * FROM citizen WHERE heigth > 1.5">>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>,
                 stdb::client_visibility_filter<"SELECT * FROM citizen WHERE citizen.\"Height\" > 1.5">>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>,
                 stdb::client_visibility_filter<
                     "SELECT * FROM citizen c WHERE c.name = 'it''s height' AND (id = 0x5 OR c.heigh >= 2)">>;
#elif STDB_BROKEN == 4
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen, dog>,
                 stdb::client_visibility_filter<"SELECT c.* FROM citizen c JOIN hound d ON d.owner = c.heights">>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<
    stdb::tables<citizen, dog>, stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>,
    stdb::client_visibility_filter<"SELECT * FROM citizen WHERE height > 1.5 AND citizen.name = 'it''s heigth'">,
    stdb::client_visibility_filter<"SELECT c.* FROM citizen c JOIN hound ON c.id = hound.dog_id WHERE c.age > 5">,
    stdb::client_visibility_filter<"SELECT c.* FROM citizen c JOIN Dog1 ON c.id = Dog1.dogId /* as written */">>;
#endif
