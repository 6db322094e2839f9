// expect: stdb: tables<...> takes the constants of tables: tables<person>
// broken: 2
#include "module.hpp"

#if STDB_BROKEN == 1
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<5>>;
#elif STDB_BROKEN == 2
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person, stdb::col<&Person::age>>>;
#else
constexpr const stdb::Module& module_under_test = stdb::define<stdb::tables<person>>;
#endif
