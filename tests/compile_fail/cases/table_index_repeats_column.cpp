// expect: stdb: this index has the same column twice
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::btree<"by_both", &Person::age, &Person::name, &Person::age>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"by_both", &Person::age, &Person::name>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
