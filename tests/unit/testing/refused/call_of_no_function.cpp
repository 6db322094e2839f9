// tests/unit/testing/refused/call_of_no_function.cpp: a thing that is neither reducer nor procedure is not called.
// expect: stdb: call() takes a reducer or a procedure with its arguments
#include <stdb/testing.hpp>

#include "../bank.hpp"

using namespace bank;

void use(const stdb::testing::Database& db) {
#ifdef STDB_BROKEN
  static_cast<void>(db.call(Account{.id = 1}));
#else
  static_cast<void>(db.call(total{}));
#endif
}
