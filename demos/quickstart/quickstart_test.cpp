// demos/quickstart/quickstart_test.cpp: the module tested without a server: natively, and as the wasm that is shipped.
#include "quickstart.hpp"

#include <gtest/gtest.h>

#include <stdb/testing.hpp>

using stdb::col;
using stdb::testing::Database;  // each test has a fresh one, in well under a millisecond

TEST(Add, KeepsAPersonAndMakesUpTheId) {
  Database db;
  EXPECT_EQ(db.call(add{.name = "Ann", .age = 30}), stdb::Ok());
  EXPECT_EQ(db.call(add{.name = "Bob", .age = 5}), stdb::Ok());
  EXPECT_EQ(db[person].by(col<&Person::id>).find(2)->name, "Bob");
  EXPECT_EQ(db[person].by(col<&Person::age>).filter(stdb::between(18, 65)).count(), 1u);
}

TEST(Add, RefusesAnEmptyName) {
  Database db;
  EXPECT_EQ(db.call(add{.name = ""}), stdb::Err("name is empty"));
  EXPECT_TRUE(db[person].empty());
}

TEST(RemoveYoungerThan, LeavesTheOthers) {
  Database db;
  db.seed(person, {{.name = "Ann", .age = 30}, {.name = "Bob", .age = 5}, {.name = "Cleo", .age = 64}});
  const auto call = db.as("Ann").call(remove_younger_than{.age = 18});
  EXPECT_TRUE(call.logs().contains("removed 1 of 3")) << call;
  EXPECT_EQ(db[person].rows(), stdb::testing::Rows({Person{1, "Ann", 30}, Person{3, "Cleo", 64}}));
}
