// expect: stdb: this column cannot be a primary_key or unique
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::unique<&Person::height>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::unique<&Person::name>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
