// expect: stdb: this index names a member of another struct than the table's row
#include "module.hpp"

#ifdef STDB_BROKEN
struct Other {
  std::string name;
};
inline constexpr stdb::table<Person, "people", stdb::btree<"by_name", &Other::name>> table_under_test;
#else
inline constexpr stdb::table<Person, "people", stdb::btree<"by_name", &Person::name>> table_under_test;
#endif

constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<table_under_test>>;
