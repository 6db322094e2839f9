// expect: stdb: a table has one primary_key at most: make the other columns unique
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::primary_key<&Person::name>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::unique<&Person::name>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
