// expect: stdb: a table has one primary_key at most: make the other columns unique
// broken: 4
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::primary_key<&Person::name>>
    table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::name>, stdb::primary_key<&Person::id>,
                             stdb::auto_inc<&Person::id>>
    table_under_test;
#elif STDB_BROKEN == 3
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::auto_inc<&Person::id>,
                             stdb::primary_key<&Person::age>, stdb::auto_inc<&Person::age>>
    table_under_test;
#elif STDB_BROKEN == 4
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::primary_key<&Person::name>,
                             stdb::primary_key<&Person::age>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::unique<&Person::name>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
