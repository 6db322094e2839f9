// expect: stdb: an auto_inc column is an integer
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::auto_inc<&Person::name>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::auto_inc<&Person::age>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
