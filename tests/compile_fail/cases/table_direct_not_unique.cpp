// expect: stdb: a direct index needs its column to be unique or the primary_key
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::direct<&Person::age>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::unique<&Person::age>, stdb::direct<&Person::age>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
