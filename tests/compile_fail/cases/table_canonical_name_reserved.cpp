// expect: stdb: names that begin with st_ are the system's
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::canonical<"st_people">> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::canonical<"stpeople">> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
