// expect: stdb: index_name<> speaks of an index that the table does not have
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::btree<"by_age", &Person::age>,
                             stdb::index_name<"by_name", "people_by_name">>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"by_age", &Person::age>,
                             stdb::index_name<"by_age", "people_by_age">>
    table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
