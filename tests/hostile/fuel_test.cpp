// tests/hostile/fuel_test.cpp: reducers of a demo and of a test module cut off at every amount of fuel: nothing of what
// they did remains, and the database goes on.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <span>

#include "stdb/host/database.hpp"

namespace stdb::host {
namespace {

// What a test changes between calls.
struct Knobs {
  std::uint64_t fuel = 0;    // of each call of the instances that are made from now on
  bool throws_away = false;  // the next call traps without reaching the module
};

class CutInstance : public GuestInstance {
 public:
  CutInstance(std::unique_ptr<GuestInstance> inner, Knobs& knobs) : inner_(std::move(inner)), knobs_(&knobs) {}

  GuestResult describe(std::uint32_t sink) override { return inner_->describe(sink); }
  GuestResult call_reducer(std::uint32_t reducer, const stdb_call& call, std::uint32_t arguments,
                           std::uint32_t error) override {
    if (!knobs_->throws_away) return inner_->call_reducer(reducer, call, arguments, error);
    knobs_->throws_away = false;
    GuestResult result;
    result.ending = GuestResult::Ending::trapped;
    result.reason = "thrown away by the test";
    return result;
  }
  GuestResult call_procedure(std::uint32_t procedure, const stdb_call& call, std::uint32_t arguments,
                             std::uint32_t result) override {
    return inner_->call_procedure(procedure, call, arguments, result);
  }
  GuestResult call_view(std::uint32_t view, bool is_anonymous, const stdb_call& call, std::uint32_t arguments,
                        std::uint32_t rows) override {
    return inner_->call_view(view, is_anonymous, call, arguments, rows);
  }
  GuestResult call_http_handler(std::uint32_t handler, const HandlerCall& call) override {
    return inner_->call_http_handler(handler, call);
  }

 private:
  std::unique_ptr<GuestInstance> inner_;
  Knobs* knobs_;
};

// A module that is compiled once and used by many databases.
class SharedModule : public GuestModule {
 public:
  SharedModule(std::shared_ptr<const GuestModule> module, Knobs& knobs) : module_(std::move(module)), knobs_(&knobs) {}

  Expected<std::unique_ptr<GuestInstance>> instantiate(SystemCalls& calls, Profile profile,
                                                       const GuestLimits& limits) const override {
    GuestLimits own = limits;
    own.fuel_per_call = knobs_->fuel;
    auto inner = module_->instantiate(calls, profile, own);
    if (!inner) return inner;
    return std::make_unique<CutInstance>(*std::move(inner), *knobs_);
  }

 private:
  std::shared_ptr<const GuestModule> module_;
  Knobs* knobs_;
};

std::shared_ptr<const GuestModule> compile(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::vector<char> read{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto module = compile_wasm(Bytes(read.begin(), read.end()), Profile::v2);
  EXPECT_TRUE(module) << path << ": " << module.error().text;
  return *std::move(module);
}

using Rows = std::map<std::string, std::vector<Bytes>>;

Rows rows_of(const Database& database) {
  Rows rows;
  for (const TableDef& table : database.module().tables) {
    const auto found = database.rows(table.name);
    for (const ByteView row : *found) rows[table.name].emplace_back(row.begin(), row.end());
  }
  return rows;
}

struct Step {
  const char* reducer;
  const char* arguments;
};

constexpr std::uint64_t plenty = 1'000'000'000;
constexpr std::uint64_t cuts_of_one_call = 400;

// A database in which the last of the steps is to be made.
struct Prepared {
  Prepared(const std::shared_ptr<const GuestModule>& module, std::span<const Step> steps) : last(steps.back()) {
    knobs.fuel = plenty;
    const auto published = database.publish(std::make_unique<SharedModule>(module, knobs), Timestamp{});
    EXPECT_TRUE(published) << published.error().text;
    for (const Step& step : steps.first(steps.size() - 1)) {
      EXPECT_TRUE(database.call(step.reducer, boost::json::parse(step.arguments)));
    }
    before = rows_of(database);
  }

  // The next call has an instance of its own.
  void throw_away() {
    knobs.throws_away = true;
    database.call(last.reducer, boost::json::parse(last.arguments));
    EXPECT_EQ(rows_of(database), before);
  }

  CallOutcome call(const Step& step) { return *database.call(step.reducer, boost::json::parse(step.arguments)); }

  Step last;
  Knobs knobs;
  Database database;
  Rows before;
};

// One cut: whether the call was committed all the same.
bool cut_off(const std::shared_ptr<const GuestModule>& module, std::span<const Step> steps, std::uint64_t cut,
             const Rows& after) {
  const Step& last = steps.back();
  SCOPED_TRACE(std::string(last.reducer) + " with " + std::to_string(cut));
  Prepared prepared(module, steps);
  prepared.throw_away();
  prepared.knobs.fuel = cut;
  const CallOutcome outcome = prepared.call(last);
  if (outcome.is_committed()) {
    EXPECT_EQ(rows_of(prepared.database), after);
    return true;
  }
  EXPECT_EQ(outcome.status, CallStatus::trapped);
  EXPECT_NE(outcome.trap_reason.find("out of fuel"), std::string::npos) << outcome.trap_reason;
  EXPECT_EQ(rows_of(prepared.database), prepared.before) << "a part of a transaction was kept";
  prepared.knobs.fuel = plenty;
  EXPECT_TRUE(prepared.call(last).is_committed()) << "the database does not go on";
  return false;
}

// Cuts end the call up to some amount of fuel, and from there on none does. That lies a little below what the call is
// said to use: fuel is looked at where functions and loops begin, so what follows the last of them is on credit.
void cut_everywhere(const char* path, std::span<const Step> steps) {
  const auto module = compile(path);
  ASSERT_TRUE(module);
  Prepared whole(module, steps);
  whole.throw_away();
  const CallOutcome outcome = whole.call(steps.back());
  ASSERT_TRUE(outcome.is_committed()) << outcome.error << outcome.trap_reason;
  const Rows after = rows_of(whole.database);
  const std::uint64_t step = std::max<std::uint64_t>(1, outcome.fuel / cuts_of_one_call);
  std::optional<std::uint64_t> first_committed;
  std::size_t ended = 0;
  for (std::uint64_t cut = 1; cut <= outcome.fuel; cut += step) {
    const bool is_committed = cut_off(module, steps, cut, after);
    if (is_committed && !first_committed) first_committed = cut;
    EXPECT_EQ(is_committed, first_committed.has_value()) << "more fuel, and it ends earlier: " << cut;
    if (!is_committed) ++ended;
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(ended, 100u);
  EXPECT_GT(first_committed.value_or(outcome.fuel), outcome.fuel / 2);
  EXPECT_TRUE(cut_off(module, steps, outcome.fuel + 100'000, after));
}

TEST(FuelOfQuickstart, CutAnywhereKeepsNothing) {
  const std::vector<Step> steps{{"add", R"(["Ann", 30])"},
                                {"add", R"(["Bob", 5])"},
                                {"add", R"(["Cleo", 64])"},
                                {"say_hello", "[]"},
                                {"remove_younger_than", "[40]"}};
  for (std::size_t count = 1; count <= steps.size(); ++count) {
    cut_everywhere(STDB_QUICKSTART, std::span(steps).first(count));
  }
}

TEST(FuelOfOperations, CutAnywhereKeepsNothing) {
  const std::vector<Step> steps{{"insert_and_find", "[]"}, {"unique_values", "[]"}, {"update_and_erase", "[]"},
                                {"ranges", "[]"},          {"scans", "[]"},         {"every_type", "[]"}};
  for (std::size_t count = 1; count <= steps.size(); ++count) {
    cut_everywhere(STDB_OPERATIONS, std::span(steps).first(count));
  }
}

}  // namespace
}  // namespace stdb::host
