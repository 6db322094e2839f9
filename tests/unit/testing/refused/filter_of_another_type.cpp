// tests/unit/testing/refused/filter_of_another_type.cpp: a value is of the column's type, as in a reducer.
// expect: stdb: a value is not of the type of the index's column in its place
#include <stdb/testing.hpp>

#include "../bank.hpp"

using namespace bank;

void use(const stdb::testing::Database& db) {
#ifdef STDB_BROKEN
  static_cast<void>(db[account].by(stdb::col<&Account::name>).filter(3));
#else
  static_cast<void>(db[account].by(stdb::col<&Account::name>).filter("3"));
#endif
}
