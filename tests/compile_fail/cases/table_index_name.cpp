// expect: stdb: an index name consists of letters, digits and _
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::btree<"by age", &Person::age>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"by_age", &Person::age>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
