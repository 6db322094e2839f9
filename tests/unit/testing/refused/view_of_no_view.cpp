// tests/unit/testing/refused/view_of_no_view.cpp: what is read as a view is one.
// expect: stdb: view() takes a view
#include <stdb/testing.hpp>

#include "../bank.hpp"

using namespace bank;

void use(const stdb::testing::Database& db) {
#ifdef STDB_BROKEN
  static_cast<void>(db.view<deposit>());
#else
  static_cast<void>(db.view<my_accounts>());
#endif
}
