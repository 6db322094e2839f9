// tests/unit/testing/refused/event_table_rows.cpp: an event table has no rows to look at, as in a reducer.
// expect: stdb: an event table has no rows that could be read
#include <stdb/testing.hpp>

#include "../bank.hpp"

inline constexpr stdb::table<bank::Tag, "flash", stdb::is_event> flash;

void use(const stdb::testing::Database& db) {
#ifdef STDB_BROKEN
  static_cast<void>(db[flash].rows());
#else
  static_cast<void>(db[bank::tag].rows());
#endif
}
