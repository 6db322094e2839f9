// expect: stdb: two tables have the same name
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "person"> table_under_test;
#else
inline constexpr stdb::table<Person, "people"> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person, table_under_test>>;
