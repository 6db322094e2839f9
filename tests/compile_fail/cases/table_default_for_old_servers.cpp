// expect: stdb: default_value needs TARGET 2.0 or newer
// target: 10000
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::default_value<&Person::age, 1>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<&Person::name>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
