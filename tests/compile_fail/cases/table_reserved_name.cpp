// expect: stdb: table names that begin with st_ are the system's
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "st_people"> table_under_test;
#else
inline constexpr stdb::table<Person, "status"> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
