// expect: stdb: an event table needs TARGET 2.0 or newer
// target: 10000
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::is_event> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::is_public> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
