// expect: stdb: an index needs a column: btree<"by_age", &Person::age>
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::btree<"by_age">> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"by_age", &Person::age>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
