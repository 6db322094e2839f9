// tests/unit/testing/report_gtest.cpp: tests that fail, so that report_test.py sees what GoogleTest prints of it.
#include <gtest/gtest.h>

#include <stdb/testing.hpp>

#include "bank.hpp"

namespace bank {

using stdb::testing::operator<<;

}  // namespace bank

namespace {

using namespace bank;
using stdb::col;
using stdb::testing::Database;
using stdb::testing::Rows;

TEST(Report, Results) {
  Database db;
  EXPECT_EQ(db.call(open_account{}), stdb::Ok());
  EXPECT_EQ(db.call(break_down{}), stdb::Err("another end"));
  EXPECT_EQ(db.call(total{}), 5);
}

TEST(Report, RowsOfTables) {
  Database db;
  db.seed(account, {.name = "Ann", .kind = Kind::gold, .balance = 5});
  EXPECT_EQ(db[account].rows(), Rows({Account{.id = 2, .name = "Bob"}}));
  EXPECT_EQ(db[account].by(col<&Account::id>).find(1), std::nullopt);
  EXPECT_EQ(db[account].by(col<&Account::id>).find(3), (Account{.id = 3, .name = "Cid"}));
  EXPECT_EQ(db[account].rows().front().kind, Kind::plain);
  EXPECT_EQ(db[event].rows().front().at, stdb::Timestamp{});
  EXPECT_EQ(db.view<rich_accounts>(), Rows({Account{.id = 4, .name = "Dan"}}));
}

TEST(Report, ThrownMisuse) {
  Database db;
  EXPECT_EQ(db[account].by(col<&Account::id>).find(1)->name, "Ann");
}

}  // namespace
