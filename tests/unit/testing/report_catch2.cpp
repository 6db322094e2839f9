// tests/unit/testing/report_catch2.cpp: tests that fail, so that report_test.py sees what Catch2 prints of it.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <stdb/testing.hpp>

#include "bank.hpp"

namespace bank {

using stdb::testing::operator<<;

}  // namespace bank

using namespace bank;
using stdb::col;
using stdb::testing::Database;
using stdb::testing::Rows;

TEST_CASE("results") {
  Database db;
  CHECK(db.call(open_account{}) == stdb::Ok());
  CHECK(db.call(break_down{}) == stdb::Err("another end"));
  CHECK(db.call(total{}) == 5);
}

TEST_CASE("rows of tables") {
  Database db;
  db.seed(account, {.name = "Ann", .kind = Kind::gold, .balance = 5});
  CHECK(db[account].rows() == Rows({Account{.id = 2, .name = "Bob"}}));
  CHECK_FALSE(db[account].by(col<&Account::id>).find(1));
  CHECK(db[account].by(col<&Account::id>).find(3) == Account{.id = 3, .name = "Cid"});
  CHECK(db[account].rows().front().kind == Kind::plain);
  CHECK(db[event].rows().front().at == stdb::Timestamp{});
  CHECK(db.view<rich_accounts>() == Rows({Account{.id = 4, .name = "Dan"}}));
}

TEST_CASE("thrown misuse") {
  Database db;
  CHECK(db[account].by(col<&Account::id>).find(1)->name == "Ann");
}
