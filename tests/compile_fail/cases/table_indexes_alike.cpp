// expect: stdb: two indexes of this table are over the same columns
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", stdb::btree<"one", &Person::age>, stdb::btree<"two", &Person::age>>
    table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", stdb::hash<"one", &Person::age, &Person::name>,
                             stdb::hash<"two", &Person::age, &Person::name>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"one", &Person::age>, stdb::hash<"two", &Person::age>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
