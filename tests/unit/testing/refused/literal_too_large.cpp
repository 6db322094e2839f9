// tests/unit/testing/refused/literal_too_large.cpp: a literal fits its column, as in a reducer.
// expect: this_literal_does_not_fit_the_column
#include <stdb/testing.hpp>

#include "../bank.hpp"

using namespace bank;

void use(const stdb::testing::Database& db) {
#ifdef STDB_BROKEN
  static_cast<void>(db[account].by(stdb::col<&Account::id>).find(-1));
#else
  static_cast<void>(db[account].by(stdb::col<&Account::id>).find(1));
#endif
}
