// expect: stdb: a table has one canonical name at most
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::canonical<"one">, stdb::canonical<"two">> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::canonical<"one">> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
