// expect: stdb: a table's name consists of letters, digits and _ and does not begin with a digit
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "young people"> table_under_test;
#else
inline constexpr stdb::table<Person, "young_people"> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
