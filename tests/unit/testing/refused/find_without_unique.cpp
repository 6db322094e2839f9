// tests/unit/testing/refused/find_without_unique.cpp: find() needs a unique column, as in a reducer.
// expect: stdb: find() needs a unique column or primary_key
#include <stdb/testing.hpp>

#include "../bank.hpp"

using namespace bank;

void use(const stdb::testing::Database& db) {
#ifdef STDB_BROKEN
  static_cast<void>(db[account].by(stdb::col<&Account::owner>).find(stdb::Identity()));
#else
  static_cast<void>(db[account].by(stdb::col<&Account::owner>).filter(stdb::Identity()));
#endif
}
