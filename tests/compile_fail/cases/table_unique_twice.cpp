// expect: stdb: this column is unique twice: a primary_key is unique already
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", stdb::unique<&Person::id>, stdb::unique<&Person::id>> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::unique<&Person::id>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::primary_key<&Person::id>, stdb::unique<&Person::name>>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
