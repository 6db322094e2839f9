// expect: stdb: a primary_key, unique or auto_inc column has no default
// broken: 3
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::default_value<&Person::id, 1>>
    table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", stdb::unique<&Person::id>, stdb::default_value<&Person::id, 1>>
    table_under_test;
#elif STDB_BROKEN == 3
inline constexpr stdb::table<Person, "people", stdb::auto_inc<&Person::id>, stdb::default_value<&Person::id, 1>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::default_value<&Person::age, 1>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
