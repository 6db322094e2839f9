// expect: stdb: a direct index has one column: use btree for several
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::direct<"by_both", &Person::id, &Person::age>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"by_both", &Person::id, &Person::age>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
