// expect: stdb: after its row and name a table takes is_public, is_event
// broken: 2
// errors: 60
#include "module.hpp"

#if STDB_BROKEN == 1
inline constexpr stdb::table<Person, "people", greet> table_under_test;
#elif STDB_BROKEN == 2
inline constexpr stdb::table<Person, "people", int> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::is_public> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
