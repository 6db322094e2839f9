// expect: stdb: a table has one auto_inc column at most: a host returns several in no fixed order
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::auto_inc<&Person::id>, stdb::auto_inc<&Person::age>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::auto_inc<&Person::id>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
