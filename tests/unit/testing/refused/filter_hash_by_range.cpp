// tests/unit/testing/refused/filter_hash_by_range.cpp: a hash index finds no ranges, as in a reducer.
// expect: stdb: a hash index finds values, not ranges
#include <stdb/testing.hpp>

#include "../bank.hpp"

using namespace bank;

void use(const stdb::testing::Database& db) {
#ifdef STDB_BROKEN
  static_cast<void>(db[tag].by(stdb::col<&Tag::text>).filter(stdb::at_least("a")));
#else
  static_cast<void>(db[tag].by(stdb::col<&Tag::text>).filter("a"));
#endif
}
