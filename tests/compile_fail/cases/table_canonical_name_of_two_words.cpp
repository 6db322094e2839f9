// expect: stdb: a canonical name consists of letters, digits and _
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", stdb::canonical<"young people">> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", stdb::btree<&Person::age>, stdb::index_name<"age", "by age">>
    table_under_test;
#elif STDB_BROKEN == 3
inline constexpr stdb::table<Person, "people", stdb::canonical<"">> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::canonical<"young_people">> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
