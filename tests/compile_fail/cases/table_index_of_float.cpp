// expect: stdb: this index has a column that cannot be a key
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", stdb::btree<&Person::height>> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", stdb::hash<"by_both", &Person::age, &Person::height>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"by_both", &Person::age, &Person::height>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
