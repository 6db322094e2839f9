// tests/wasm/library_test.cpp: what modules use beside tables does in wasm what it does natively.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "fronts.hpp"

namespace {

namespace host = stdb::host;

host::CallOutcome call(host::Database& database, const char* reducer, const std::string& arguments = "[]") {
  auto outcome = database.call(reducer, boost::json::parse(arguments));
  EXPECT_TRUE(outcome.has_value()) << outcome.error().text;
  return outcome.value_or(host::CallOutcome{});
}

class Library : public testing::TestWithParam<Front> {
 protected:
  void expect_ok(const char* reducer, const std::string& arguments = "[]") {
    const host::CallOutcome outcome = call(*database_, reducer, arguments);
    EXPECT_TRUE(outcome.is_committed()) << reducer << ": " << outcome.error << outcome.trap_reason;
  }

  std::unique_ptr<host::Database> database_ = publish(GetParam());
};

TEST_P(Library, HoldsInTheModulesOwnJudgement) {
  expect_ok("tokens");
  expect_ok("texts", R"(["2026-01-31T12:00:00.250+00:00"])");
  expect_ok("texts", R"(["1969-12-31T23:59:59.999999+00:00"])");
}

TEST_P(Library, DrawsTheSameNumbersEverywhere) {
  const auto native = publish(Front::native);
  for (const char* seed : {"[0]", "[1]", "[18446744073709551615]"}) {
    const host::CallOutcome here = call(*database_, "draws", seed);
    EXPECT_TRUE(here.is_committed()) << here.error;
    ASSERT_EQ(here.logs.size(), 1u);
    EXPECT_EQ(here.logs[0].message, call(*native, "draws", seed).logs.at(0).message);
  }
}

TEST_P(Library, TakesMoreMemoryThanItBeginsWith) {
  expect_ok("take_memory", "[1000]");
  expect_ok("take_memory", "[20000000]");
  expect_ok("take_memory", "[20000000]");
}

std::string name_of(const testing::TestParamInfo<Front>& front) { return front_name(front.param); }
INSTANTIATE_TEST_SUITE_P(Fronts, Library, testing::Values(Front::wasm, Front::wasm_v1, Front::native), name_of);

TEST(Limits, OfMemoryEndTheCallAndNotTheHost) {
  for (const Front front : {Front::wasm, Front::wasm_v1}) {
    const auto database = publish(front);
    const host::CallOutcome outcome = call(*database, "take_memory", "[40000000]");
    EXPECT_EQ(outcome.status, host::CallStatus::trapped);
    EXPECT_TRUE(call(*database, "take_memory", "[1000]").is_committed()) << "the next call finds memory";
  }
}

TEST(Limits, AProgramThatLeavesTraps) {
  for (const Front front : {Front::wasm, Front::wasm_v1}) {
    const auto database = publish(front);
    EXPECT_EQ(call(*database, "leave").status, host::CallStatus::trapped);
    EXPECT_TRUE(call(*database, "tokens").is_committed());
  }
}

}  // namespace
