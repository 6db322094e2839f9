// expect: stdb: an index begins with its name or with a column
// errors: 40
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::btree<5>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<&Person::age>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
