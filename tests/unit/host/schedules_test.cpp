// tests/unit/host/schedules_test.cpp: scheduled calls on a clock that the test moves.
#include <gtest/gtest.h>

#include "native_guest.hpp"
#include "schedule/timers.hpp"

namespace stdb::host::test {
namespace {

using std::chrono::microseconds;
using namespace std::chrono_literals;

// The row of a scheduled call without its time: id and text.
std::string told(const Bytes& row) {
  const std::string text(row.begin() + 21, row.end());
  return std::to_string(int{row[0]}) + text;
}

class Schedules : public testing::Test {
 protected:
  Schedules() {
    bodies() = Bodies();
    const auto note = [this](const stdb_call& call, std::uint32_t args, std::uint32_t) {
      seen.push_back(told(read_all(args)) + "@" + std::to_string(call.timestamp));
      return STDB_OK;
    };
    bodies().reducers[1] = note;
    bodies().procedures[2] = note;
    const auto published = database.publish(native_module(definition), Timestamp{1'000'000});
    EXPECT_TRUE(published) << published.error().text;
  }
  ~Schedules() override { bodies() = Bodies(); }

  // Has act do something in a reducer's transaction.
  CallOutcome act(std::function<std::int32_t()> body) {
    bodies().reducers[0] = [body](const stdb_call&, std::uint32_t, std::uint32_t) { return body(); };
    return *database.call("act", ByteView());
  }
  void schedule(std::string_view table, const Bytes& row) {
    EXPECT_TRUE(act([&] { return insert(table, row); }).is_committed());
  }

  std::vector<std::string> take_seen() { return std::exchange(seen, {}); }
  std::size_t rows(const char* table) { return *database.row_count(table); }

  Bytes description = functions_module().encode();
  stdb_module_definition definition = functions_definition(description);
  Database database;
  std::vector<std::string> seen;
};

using Seen = std::vector<std::string>;

TEST_F(Schedules, ATimeComesOnce) {
  schedule("timer", time_row(0, 1'500'000, "x"));
  EXPECT_EQ(database.next_due(), Timestamp{1'500'000});
  EXPECT_TRUE(database.advance(499'999us)->calls.empty());
  EXPECT_EQ(rows("timer"), 1u);
  const auto due = database.advance(1us);
  ASSERT_EQ(due->calls.size(), 1u);
  EXPECT_EQ(due->calls[0].function, "tick");
  EXPECT_TRUE(due->calls[0].is_committed());
  EXPECT_EQ(take_seen(), Seen{"1x@1500000"});
  EXPECT_EQ(rows("timer"), 0u) << "its row is deleted";
  EXPECT_FALSE(database.next_due());
}

TEST_F(Schedules, AnIntervalComesAgainAndAgain) {
  schedule("timer", interval_row(0, 300'000));
  EXPECT_EQ(database.advance(1s)->calls.size(), 3u);
  EXPECT_EQ(take_seen(), (Seen{"1@1300000", "1@1600000", "1@1900000"}));
  EXPECT_EQ(rows("timer"), 1u);
  EXPECT_EQ(database.now(), Timestamp{2'000'000});
  EXPECT_EQ(database.next_due(), Timestamp{2'200'000});
}

TEST_F(Schedules, ANegativeIntervalIsItsLength) {
  schedule("timer", interval_row(0, -300'000));
  EXPECT_EQ(database.next_due(), Timestamp{1'300'000});
}

TEST_F(Schedules, TicksThatWereMissedAreLeftOut) {
  schedule("timer", interval_row(0, 100'000));
  // The clock is moved without the calls being made.
  bodies().reducers[0] = nullptr;
  EXPECT_TRUE(database.call("act", ByteView(), {.caller = {}, .at = Timestamp{1'350'000}})->is_committed());
  EXPECT_EQ(database.run_due()->calls.size(), 1u);
  EXPECT_EQ(take_seen(), Seen{"1@1350000"}) << "it is told the time at which it is called";
  EXPECT_EQ(database.next_due(), Timestamp{1'400'000}) << "and the next tick is counted from the one that was meant";
}

TEST_F(Schedules, CallsComeFromTheDatabase) {
  schedule("timer", time_row(0, 0));
  bodies().reducers[1] = [](const stdb_call& call, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(call.sender[0], 2u);
    EXPECT_EQ(call.sender[3], 0xC2ull << 56);
    EXPECT_EQ(call.connection_id[0] + call.connection_id[1], 0u);
    EXPECT_EQ(call.timestamp, 1'000'000) << "past, so now";
    return STDB_OK;
  };
  EXPECT_EQ(database.run_due()->calls.size(), 1u);
}

TEST_F(Schedules, OrderIsThatOfTime) {
  schedule("timer", time_row(0, 1'000'030, "c"));
  schedule("timer", time_row(0, 1'000'010, "a"));
  schedule("job", time_row(0, 1'000'020, "b"));
  schedule("timer", time_row(0, 1'000'010, "d"));
  ASSERT_TRUE(database.advance(1s));
  EXPECT_EQ(take_seen(), (Seen{"2a@1000010", "3d@1000010", "1b@1000020", "1c@1000030"}));
}

TEST_F(Schedules, DeletedRowsAreNotCalled) {
  schedule("timer", time_row(0, 1'000'010));
  EXPECT_TRUE(act([] {
                std::uint64_t deleted = 0;
                return stdb_datastore_clear(table_id("timer"), &deleted);
              }).is_committed());
  EXPECT_TRUE(database.advance(1s)->calls.empty());
}

TEST_F(Schedules, RolledBackRowsAreNotCalled) {
  const CallOutcome outcome = act([] {
    EXPECT_EQ(insert("timer", time_row(0, 1'000'010)), STDB_OK);
    return STDB_HOST_CALL_FAILURE;
  });
  EXPECT_EQ(outcome.status, CallStatus::failed);
  EXPECT_TRUE(database.next_due()) << "the timer was set before the rollback, as on a server";
  EXPECT_TRUE(database.advance(1s)->calls.empty());
}

// Replaces the row of a timer, as a reducer does.
std::int32_t update_timer(Bytes row) {
  auto length = static_cast<std::uint32_t>(row.size());
  return stdb_datastore_update_bsatn(table_id("timer"), 4098, row.data(), &length);
}

TEST_F(Schedules, AnUpdateReplacesTheTimer) {
  schedule("timer", time_row(0, 1'000'010, "old"));
  EXPECT_TRUE(act([] { return update_timer(time_row(1, 1'500'000, "new")); }).is_committed());
  EXPECT_EQ(database.next_due(), Timestamp{1'500'000});
  ASSERT_TRUE(database.advance(1s));
  EXPECT_EQ(take_seen(), Seen{"1new@1500000"});
}

TEST_F(Schedules, TheSameRowAgainWaitsAnew) {
  schedule("timer", interval_row(7, 100'000));
  ASSERT_TRUE(database.advance(50ms));
  EXPECT_TRUE(act([] { return insert("timer", interval_row(7, 100'000)); }).is_committed());
  EXPECT_EQ(database.advance(100ms)->calls.size(), 1u);
  EXPECT_EQ(take_seen(), Seen{"7@1150000"});
  EXPECT_TRUE(act([] { return update_timer(interval_row(7, 100'000)); }).is_committed()) << "an update too";
  EXPECT_EQ(database.next_due(), Timestamp{1'250'000});
}

TEST_F(Schedules, ARolledBackUpdateHasTakenTheTimer) {
  // As on a server of 2.14, where the row then waits until the server is started again.
  schedule("timer", time_row(0, 1'500'000, "old"));
  EXPECT_FALSE(act([] {
                 EXPECT_EQ(update_timer(time_row(1, 1'000'010, "new")), STDB_OK);
                 return STDB_HOST_CALL_FAILURE;
               }).is_committed());
  EXPECT_TRUE(database.advance(1s)->calls.empty());
  EXPECT_EQ(rows("timer"), 1u);
}

TEST_F(Schedules, FailuresEndAScheduleAlike) {
  for (const std::int32_t code : {1, 77}) {
    bodies().reducers[1] = [code](const stdb_call&, std::uint32_t, std::uint32_t) -> std::int32_t {
      if (insert("item", item_row(0, "lost")) != STDB_OK || code == 77) stdb_trap();
      return code;
    };
    schedule("timer", time_row(0, 0));
    const auto due = database.run_due();
    ASSERT_EQ(due->calls.size(), 1u);
    EXPECT_FALSE(due->calls[0].is_committed());
    EXPECT_EQ(rows("timer"), 0u);
    EXPECT_EQ(rows("item"), 0u);
    schedule("timer", interval_row(0, 10));
    EXPECT_FALSE(database.advance(10us)->calls[0].is_committed());
    EXPECT_EQ(rows("timer"), 1u);
    EXPECT_TRUE(database.next_due()) << "an interval goes on";
    EXPECT_TRUE(act([] {
                  std::uint64_t deleted = 0;
                  return stdb_datastore_clear(table_id("timer"), &deleted);
                }).is_committed());
  }
}

TEST_F(Schedules, AReducerMayDeleteItsOwnRow) {
  bodies().reducers[1] = [](const stdb_call&, std::uint32_t args, std::uint32_t) {
    const Bytes rows = join({number(1u), read_all(args)});
    std::uint32_t deleted = 0;
    const std::int32_t answer = stdb_datastore_delete_all_by_eq_bsatn(
        table_id("timer"), rows.data(), static_cast<std::uint32_t>(rows.size()), &deleted);
    EXPECT_EQ(deleted, 1u);
    return answer;
  };
  schedule("timer", interval_row(0, 10));
  EXPECT_EQ(database.advance(1s)->calls.size(), 1u);
  EXPECT_FALSE(database.next_due());
}

TEST_F(Schedules, ProceduresLoseTheirRowFirst) {
  bodies().procedures[2] = [this](const stdb_call&, std::uint32_t, std::uint32_t) -> std::int32_t {
    EXPECT_EQ(start_transaction(), STDB_OK);
    seen.push_back(std::to_string(count("job")));
    stdb_trap();
  };
  schedule("job", time_row(0, 0));
  EXPECT_EQ(database.run_due()->calls[0].status, CallStatus::trapped);
  EXPECT_EQ(take_seen(), Seen{"0"});
  schedule("job", interval_row(0, 10));
  EXPECT_EQ(database.advance(10us)->calls[0].kind, FunctionKind::procedure);
  EXPECT_EQ(take_seen(), Seen{"1"}) << "one that comes again keeps it";
  EXPECT_EQ(database.next_due(), Timestamp{1'000'020});
}

TEST_F(Schedules, TooFarAheadIsRefused) {
  const std::int64_t farthest = ((std::int64_t{1} << 36) - 1) * 1000;
  std::int32_t answer = 0;
  const auto try_row = [&](const Bytes& row) {
    EXPECT_TRUE(act([&] {
                  answer = insert("timer", row);
                  return STDB_OK;
                }).is_committed());
    return answer;
  };
  EXPECT_EQ(try_row(interval_row(0, farthest)), STDB_SCHEDULE_AT_DELAY_TOO_LONG);
  EXPECT_EQ(rows("timer"), 1u) << "the row is in nevertheless, as on a server";
  EXPECT_EQ(try_row(time_row(0, 1'000'000 + farthest)), STDB_SCHEDULE_AT_DELAY_TOO_LONG);
  EXPECT_EQ(try_row(interval_row(0, INT64_MIN)), STDB_SCHEDULE_AT_DELAY_TOO_LONG);
  EXPECT_EQ(try_row(time_row(0, INT64_MAX)), STDB_SCHEDULE_AT_DELAY_TOO_LONG);
  EXPECT_FALSE(database.next_due());
  EXPECT_EQ(try_row(interval_row(0, farthest - 1)), STDB_OK);
  EXPECT_EQ(try_row(time_row(0, INT64_MIN)), STDB_OK);
}

TEST_F(Schedules, AnIntervalOfZeroIsCutOff) {
  schedule("timer", interval_row(0, 0));
  bodies().reducers[1] = nullptr;
  const auto due = database.advance(1s);
  EXPECT_TRUE(due->is_cut_off);
  EXPECT_EQ(due->calls.size(), limits::due_calls);
}

TEST_F(Schedules, TimePassesWhileAProcedureSleeps) {
  schedule("timer", interval_row(0, 100'000));
  bodies().procedures[1] = [this](const stdb_call&, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(stdb_procedure_sleep_until(1'250'000), 1'250'000);
    seen.emplace_back("awake");
    EXPECT_EQ(start_transaction(), STDB_OK);
    EXPECT_EQ(stdb_procedure_sleep_until(1'350'000), 1'350'000) << "nothing else runs beside a transaction";
    seen.emplace_back("awake again");
    return stdb_procedure_abort_mut_tx();
  };
  const auto outcome = database.call_procedure("rest", ByteView());
  ASSERT_TRUE(outcome);
  ASSERT_EQ(outcome->meanwhile.size(), 2u);
  EXPECT_EQ(outcome->meanwhile[0].function, "tick");
  EXPECT_EQ(take_seen(), (Seen{"1@1100000", "1@1200000", "awake", "awake again"}));
  EXPECT_EQ(database.run_due()->calls.size(), 1u);
  EXPECT_EQ(take_seen(), Seen{"1@1350000"});
}

TEST_F(Schedules, TimePassesByTheClockOfTheEmbedderToo) {
  std::int64_t time = 1'000'000;
  DatabaseOptions options;
  options.clock = [&] { return Timestamp{time}; };
  options.sleep_until = [&](Timestamp wake_at) { time = std::max(time, wake_at.micros + 7); };
  database = Database(options);
  ASSERT_TRUE(database.publish(native_module(definition)));
  schedule("timer", interval_row(0, 100'000));
  bodies().procedures[1] = [this](const stdb_call&, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(stdb_procedure_sleep_until(1'250'000), 1'250'007);
    seen.emplace_back("awake");
    return STDB_OK;
  };
  const auto outcome = database.call_procedure("rest", ByteView());
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->meanwhile.size(), 2u);
  EXPECT_EQ(take_seen(), (Seen{"1@1100007", "1@1200007", "awake"}));
}

TEST_F(Schedules, ProceduresSleepBesideEachOther) {
  bodies().procedures[2] = [this](const stdb_call& call, std::uint32_t args, std::uint32_t) {
    const std::string name = told(read_all(args));
    seen.push_back("begin " + name);
    EXPECT_GE(stdb_procedure_sleep_until(call.timestamp + 50), call.timestamp + 50);
    seen.push_back("end " + name);
    return STDB_OK;
  };
  schedule("job", time_row(0, 1'000'100, "a"));
  schedule("job", time_row(0, 1'000'120, "b"));
  ASSERT_EQ(database.advance(1s)->calls.size(), 1u) << "the other is told of by the one that slept";
  EXPECT_EQ(take_seen(), (Seen{"begin 1a", "begin 2b", "end 2b", "end 1a"}));
}

TEST_F(Schedules, OfAnOldServerCountFromTheEndOfTheCall) {
  const Timer timer{1, 1, Timestamp{1000}, {}};
  EXPECT_EQ(Timers::next_time(timer, 100, Timestamp{1350}, Profile::v1_2), Timestamp{1450});
  EXPECT_EQ(Timers::next_time(timer, 100, Timestamp{1350}, Profile::v2), Timestamp{1400});
  EXPECT_EQ(Timers::next_time(timer, 100, Timestamp{1300}, Profile::v2), Timestamp{1400});
  EXPECT_EQ(Timers::next_time(timer, 100, Timestamp{900}, Profile::v2), Timestamp{1100});
  EXPECT_EQ(Timers::next_time(timer, 0, Timestamp{1300}, Profile::v2), Timestamp{1000});
  EXPECT_EQ(Timers::next_time(timer, INT64_MAX, Timestamp{1300}, Profile::v2), Timestamp{INT64_MAX});
}

}  // namespace
}  // namespace stdb::host::test
