// tests/wasm/operations_test.cpp: every operation of a table, in every way of running a module; the module judges
// itself (tests/modules/operations.cpp), this judges what only the host sees: rollbacks, traps, logs, rows.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "fronts.hpp"

namespace {

namespace host = stdb::host;

class Operations : public testing::TestWithParam<Front> {
 protected:
  host::CallOutcome call(const char* reducer, const char* arguments = "[]") {
    auto outcome = database_->call(reducer, boost::json::parse(arguments));
    EXPECT_TRUE(outcome.has_value()) << outcome.error().text;
    return outcome.value_or(host::CallOutcome{});
  }

  void expect_ok(const char* reducer) {
    const host::CallOutcome outcome = call(reducer);
    EXPECT_TRUE(outcome.is_committed()) << reducer << ": " << outcome.error << outcome.trap_reason;
  }

  std::size_t rows(const char* table) { return database_->row_count(table).value_or(9999); }

  std::unique_ptr<host::Database> database_ = publish(GetParam());
};

TEST_P(Operations, HoldInTheModulesOwnJudgement) {
  for (const char* reducer : {"insert_and_find", "unique_values", "update_and_erase", "ranges", "scans", "large_rows",
                              "every_type", "nothing_was_kept"}) {
    expect_ok(reducer);
  }
  EXPECT_EQ(rows("score"), 10u);
  EXPECT_EQ(rows("blob"), 0u);
}

TEST_P(Operations, HoldAgainInTheSameInstance) {
  for (int round = 0; round < 3; ++round) {
    for (const char* reducer : {"insert_and_find", "scans", "large_rows", "every_type"}) {
      if (round > 0 && std::string_view(reducer) == "insert_and_find") continue;  // it inserts an id of its own
      expect_ok(reducer);
    }
  }
}

TEST_P(Operations, OfInitWereCommitted) { EXPECT_EQ(rows("person"), 1u); }

TEST_P(Operations, OfAFailedCallAreRolledBack) {
  const host::CallOutcome outcome = call("fail_after_insert");
  EXPECT_EQ(outcome.status, host::CallStatus::failed);
  EXPECT_EQ(outcome.error, "failed on purpose");
  EXPECT_EQ(rows("cell"), 0u);
  expect_ok("nothing_was_kept");
}

TEST_P(Operations, OfAPanicAreRolledBackAndItsTextIsLogged) {
  const host::CallOutcome outcome = call("panic_after_insert");
  EXPECT_EQ(outcome.status, host::CallStatus::trapped);
  ASSERT_EQ(outcome.logs.size(), 1u);
  EXPECT_EQ(outcome.logs[0].level, host::LogLevel::panic);
  EXPECT_EQ(outcome.logs[0].message, "panicked on purpose");
  EXPECT_EQ(outcome.logs[0].filename, "operations.cpp");
  EXPECT_TRUE(outcome.logs[0].line.has_value());
  expect_ok("nothing_was_kept");
}

TEST_P(Operations, ThatNobodyAskedAnAnswerOfPanicWithTheirReason) {
  const host::CallOutcome outcome = call("insert_twice");
  EXPECT_EQ(outcome.status, host::CallStatus::trapped);
  ASSERT_EQ(outcome.logs.size(), 1u);
  EXPECT_EQ(outcome.logs[0].message, "insert (blob): the host answered UNIQUE_ALREADY_EXISTS");
  EXPECT_EQ(rows("blob"), 0u);
}

TEST_P(Operations, LogWithLevelAndPlace) {
  const host::CallOutcome outcome = call("log_lines");
  std::vector<std::string> lines;
  for (const host::LogRecord& record : outcome.logs) {
    lines.push_back(std::string(host::level_name(record.level)) + ": " + record.message);
    EXPECT_EQ(record.filename, "operations.cpp");
  }
  EXPECT_EQ(lines, (std::vector<std::string>{
                       "error: an error", "warn: text is true", "info: 18446744073709551615 -9223372036854775808 c 0",
                       "debug: 0.5 -1.25 1e+21 1e-09 100",
                       "trace: 00000000000000c2000000000000000000000000000000000000000000000001"}));
}

TEST_P(Operations, TakeArgumentsOfEveryShape) {
  const auto log_of = [this](const char* arguments) {
    const host::CallOutcome outcome = call("arguments", arguments);
    EXPECT_TRUE(outcome.is_committed()) << outcome.error << outcome.trap_reason;
    return outcome.logs.empty() ? std::string() : outcome.logs.back().message;
  };
  EXPECT_EQ(log_of(R"({"text": "a", "maybe": {"some": 5}, "places": [{"x": 1, "y": 2}], "mood": {"cross": []},
                       "shape": {"square": 2.5}})"),
            "a 5 1 200 1");
  EXPECT_EQ(log_of(R"(["", {"none": []}, [], {"calm": []}, {"none": []}])"), " -1 0 0 2");
  // Larger than the guest's first buffer.
  const std::string large(100'000, 'x');
  const std::string arguments = R"([")" + large + R"(", {"none": []}, [], {"calm": []}, {"none": []}])";
  EXPECT_EQ(log_of(arguments.c_str()), large + " -1 0 0 2");
}

TEST_P(Operations, OfClientsRunAtTheirComingAndGoing) {
  const auto connected = database_->connect(host::default_owner());
  ASSERT_TRUE(connected.has_value() && connected->is_accepted());
  ASSERT_TRUE(connected->outcome.has_value());
  EXPECT_EQ(connected->outcome->logs.at(0).message, "came true");
  const auto gone = database_->disconnect(connected->caller);
  ASSERT_TRUE(gone.has_value() && gone->has_value());
  EXPECT_EQ((*gone)->logs.at(0).message, "went");
}

INSTANTIATE_TEST_SUITE_P(Fronts, Operations, testing::Values(Front::wasm, Front::wasm_v1, Front::native),
                         [](const auto& front) { return front_name(front.param); });

}  // namespace
