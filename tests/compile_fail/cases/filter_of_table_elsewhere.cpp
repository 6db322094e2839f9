// expect: stdb: a client_visibility_filter is on tables of its module
// broken: 3
#include "module.hpp"

inline constexpr stdb::table<Person, "citizen", stdb::is_public, stdb::primary_key<&Person::id>> citizen;
struct Dog {
  std::uint64_t id = 0;
  std::uint64_t owner = 0;
};
inline constexpr stdb::table<Dog, "dog", stdb::is_public, stdb::primary_key<&Dog::id>, stdb::btree<&Dog::owner>> dog;

constexpr auto everybody = [] { return stdb::from[citizen]; };
constexpr auto with_dog = [] {
  return stdb::from[citizen].left_semijoin(dog, stdb::col<&Person::id> == stdb::col<&Dog::owner>);
};
// Which has forgotten its table, but not whose rows these are.
constexpr auto dogs = [] { return stdb::Query<Dog>(stdb::from[dog]); };

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<dog>, stdb::client_visibility_filter<everybody>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<with_dog>>;
#elif STDB_BROKEN == 3
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen>, stdb::client_visibility_filter<dogs>>;
#else
constexpr const stdb::Module& module_under_test =
    stdb::define<stdb::tables<citizen, dog>, stdb::client_visibility_filter<everybody>,
                 stdb::client_visibility_filter<with_dog>, stdb::client_visibility_filter<dogs>>;
#endif
