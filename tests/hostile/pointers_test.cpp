// tests/hostile/pointers_test.cpp: every pointer and every length of every import at the edges of memory and one byte
// beyond. A module is made for each; it traps in the words of a server, keeps nothing, and the database goes on.
#include <gtest/gtest.h>

#include "imports.hpp"
#include "stdb/host/database.hpp"

namespace stdb::host::test {
namespace {

constexpr const char* null_pointer = "null pointer passed to a spacetime function";
constexpr const char* out_of_bounds = "out of bounds pointer passed to a spacetime function";

std::size_t modules_made = 0;

// Why the call trapped; empty if it did not.
CallOutcome outcome_of(const Import& import, const std::string& call) {
  ++modules_made;
  const bool in_procedure = import.is_for_procedures();
  DatabaseOptions options;
  options.limits.fuel_per_call = 1'000'000;
  options.environment = {{"MODE", "a"}};
  Database database(options);
  const auto published =
      database.publish(assemble(module_with_call(in_procedure ? "procedure" : "reducer", call, import)), Timestamp{});
  EXPECT_TRUE(published) << published.error().text;
  if (!published) return {};
  CallOutcome outcome;
  if (in_procedure) {
    const auto done = database.call_procedure("ask", string("hello"));
    EXPECT_TRUE(done) << done.error().text;
    if (done) outcome = *done;
  } else {
    const auto done = database.call("act", string("hello"));
    EXPECT_TRUE(done) << done.error().text;
    if (done) outcome = *done;
  }
  if (!outcome.is_committed()) {
    EXPECT_FALSE(outcome.trap_reason.empty());
    EXPECT_EQ(*database.row_count("item"), 0u);
  }
  const auto calm = database.call("calm", ByteView());
  EXPECT_TRUE(calm && calm->is_committed()) << "the database does not go on";
  return outcome;
}

enum class Expected : std::uint8_t { null, outside, inside };

void expect(const Import& import, const std::string& name, const std::string& call, Expected expected) {
  SCOPED_TRACE(import.name + "." + name);
  const CallOutcome outcome = outcome_of(import, call);
  const bool is_about_pointers = outcome.trap_reason == null_pointer || outcome.trap_reason == out_of_bounds;
  // A record of the log that points nowhere is dropped; a server does the same.
  if (import.name == "console_log") {
    EXPECT_TRUE(outcome.is_committed()) << outcome.trap_reason;
    EXPECT_EQ(outcome.logs.size(), expected == Expected::inside ? 1u : 0u);
  } else if (expected == Expected::inside) {
    EXPECT_FALSE(is_about_pointers) << outcome.trap_reason;
  } else {
    EXPECT_EQ(outcome.trap_reason, expected == Expected::null ? null_pointer : out_of_bounds);
  }
}

class Pointers : public testing::TestWithParam<std::size_t> {
 protected:
  const Import& import() const { return imports()[GetParam()]; }
};

TEST_P(Pointers, AtTheEdgesOfMemory) {
  for (std::size_t at = 0; at < import().parameters.size(); ++at) {
    const Parameter& parameter = import().parameters[at];
    using Kind = Parameter::Kind;
    if (parameter.kind == Kind::number || parameter.kind == Kind::wide_number || parameter.kind == Kind::length)
      continue;
    const auto with = [&](std::uint32_t value) { return call_text(import(), at, value); };
    // Of the pointers of a log record two may be null.
    const bool may_be_null = parameter.name == "target" || parameter.name == "filename";
    expect(import(), parameter.name + "_null", with(0), may_be_null ? Expected::inside : Expected::null);
    expect(import(), parameter.name + "_last", with(memory_size - parameter.size), Expected::inside);
    expect(import(), parameter.name + "_past_last", with(memory_size - parameter.size + 1), Expected::outside);
    expect(import(), parameter.name + "_at_end", with(memory_size), Expected::outside);
    expect(import(), parameter.name + "_highest", with(0xFFFFFFFF), Expected::outside);
  }
}

TEST_P(Pointers, WithLengthsThatReachTheEndOfMemory) {
  for (std::size_t at = 0; at < import().parameters.size(); ++at) {
    const Parameter& parameter = import().parameters[at];
    const auto expect_lengths = [&](auto call) {
      const std::uint32_t start = import().parameters[at - 1].value;
      // No key of the environment is so long: that is an answer, and no bytes are read.
      const bool is_key = parameter.name == "key_len";
      expect(import(), parameter.name + "_to_the_end", call(memory_size - start), Expected::inside);
      expect(import(), parameter.name + "_past_the_end", call(memory_size - start + 1),
             is_key ? Expected::inside : Expected::outside);
      expect(import(), parameter.name + "_highest", call(0xFFFFFFFF), is_key ? Expected::inside : Expected::outside);
    };
    if (parameter.kind == Parameter::Kind::length) {
      expect_lengths([&](std::uint32_t value) { return call_text(import(), at, value); });
    } else if (parameter.kind == Parameter::Kind::buffer_size) {
      expect_lengths([&](std::uint32_t value) {
        const std::string store = "(i32.store (i32.const " + std::to_string(parameter.value) + ") (i32.const " +
                                  std::to_string(static_cast<std::int32_t>(value)) + "))";
        return "(block (result i32) " + store + call_text(import()) + ")";
      });
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Imports, Pointers, testing::Range<std::size_t>(0, imports().size()),
                         [](const auto& test) { return imports()[test.param].name; });

// What is said above of hundreds of modules is said of hundreds.
class Count : public testing::Environment {
 public:
  void TearDown() override {
    if (testing::UnitTest::GetInstance()->test_to_run_count() == 2 * static_cast<int>(imports().size())) {
      EXPECT_GT(modules_made, 300u);
    }
    std::cout << modules_made << " modules\n";
  }
};
[[maybe_unused]] const auto* const count = testing::AddGlobalTestEnvironment(new Count);

}  // namespace
}  // namespace stdb::host::test
