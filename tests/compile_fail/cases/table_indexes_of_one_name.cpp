// expect: stdb: two indexes of this table have the same name
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", stdb::btree<"by_it", &Person::age>, stdb::btree<"by_it", &Person::name>>
    table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::btree<"id", &Person::name>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"by_age", &Person::age>,
                             stdb::btree<"by_name", &Person::name>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
