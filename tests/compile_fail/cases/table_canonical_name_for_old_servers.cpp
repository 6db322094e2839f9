// expect: stdb: canonical names need TARGET 2.0 or newer
// broken: 2
// target: 10000
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", stdb::canonical<"young">> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", stdb::btree<&Person::age>, stdb::index_name<"age", "by_age">>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<&Person::age>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
