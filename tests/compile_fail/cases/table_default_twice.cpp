// expect: stdb: this column has two default values
#include "module.hpp"

#ifdef STDB_BROKEN
inline constexpr stdb::table<Person, "people", stdb::default_value<&Person::age, 1>,
                             stdb::default_value<&Person::age, 2>>
    table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::default_value<&Person::age, 1>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
