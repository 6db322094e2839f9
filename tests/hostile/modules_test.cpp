// tests/hostile/modules_test.cpp: named modules that are wrong or mean harm; of each it is said how the host answers.
#include <gtest/gtest.h>

#include "hostile_module.hpp"
#include "stdb/host/database.hpp"

namespace stdb::host::test {
namespace {

std::vector<Hostile> all_modules() {
  std::vector<Hostile> all = refused_modules();
  for (auto list : {wrong_descriptions(), wrong_calls()}) {
    for (auto& one : list) all.push_back(std::move(one));
  }
  return all;
}

class HostileModule : public testing::TestWithParam<Hostile> {};

TEST_P(HostileModule, IsAnsweredInWords) {
  const Hostile& hostile = GetParam();
  DatabaseOptions options;
  options.limits.fuel_per_call = 200'000'000;
  options.limits.memory_bytes = 16 << 20;
  Database database(options);
  const auto published = database.publish(assemble(hostile.module), Timestamp{});
  const bool is_about_publish = hostile.refused || hostile.name.starts_with("table_") || hostile.text.empty();
  if (!published) {
    ASSERT_TRUE(is_about_publish) << published.error().text;
    EXPECT_EQ(published.error().kind, hostile.refused.value_or(published.error().kind));
    EXPECT_TRUE(published.error().text.starts_with(hostile.text)) << published.error().text;
    EXPECT_FALSE(published.error().text.empty());
    EXPECT_EQ(database.call("act", ByteView()).error().kind, ErrorKind::not_published);
    return;
  }
  ASSERT_FALSE(hostile.refused) << "it was published";
  const auto outcome = database.call("act", ByteView());
  ASSERT_TRUE(outcome) << outcome.error().text;
  EXPECT_EQ(outcome->status, hostile.status) << outcome->error << outcome->trap_reason;
  const std::string& words = outcome->status == CallStatus::failed ? outcome->error : outcome->trap_reason;
  EXPECT_TRUE(words.starts_with(hostile.text)) << words;
  if (outcome->status == CallStatus::trapped) {
    EXPECT_FALSE(words.empty());
  }
  EXPECT_EQ(*database.row_count("item"), 0u) << "a part of a transaction was kept";
  // And again: the database goes on, in a fresh instance where the last one trapped.
  const auto again = database.call("act", ByteView());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->status, hostile.status);
}

TEST(HostileModules, AreAtLeastSixty) { EXPECT_GE(all_modules().size(), 60u); }

INSTANTIATE_TEST_SUITE_P(Named, HostileModule, testing::ValuesIn(all_modules()),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace stdb::host::test
