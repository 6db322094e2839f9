// tests/unit/testing/refused/by_without_index.cpp: by() needs an index over exactly these columns, as in a reducer.
// expect: stdb: the table has no index over exactly these columns
#include <stdb/testing.hpp>

#include "../bank.hpp"

using namespace bank;

void use(const stdb::testing::Database& db) {
#ifdef STDB_BROKEN
  static_cast<void>(db[account].by(stdb::col<&Account::balance>));
#else
  static_cast<void>(db[account].by(stdb::col<&Account::id>));
#endif
}
