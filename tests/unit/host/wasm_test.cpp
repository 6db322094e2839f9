// tests/unit/host/wasm_test.cpp: modules of wasm published, started and called.
#include <gtest/gtest.h>

#include "stdb/host/database.hpp"
#include "support.hpp"

namespace stdb::host::test {
namespace {

// A table item (id: u32) and a reducer act() of no arguments.
Bytes item_description() { return encode_module(one_table_module("item", {{"id", "U32"}})); }

Bytes act_module(std::string_view body, std::string_view imports = "", std::string_view more = "") {
  return assemble(module_text(item_description(), body, imports, more));
}

constexpr const char* insert_import =
    R"((import "spacetime_10.0" "datastore_insert_bsatn" (func $insert (param i32 i32 i32) (result i32))))";

// Inserts the row that stands in global $row, and counts it up.
constexpr const char* insert_function = R"(
  (global $row (mut i32) (i32.const 1))
  (func $insert_next
    (i32.store (i32.const 100) (global.get $row))
    (i32.store (i32.const 104) (i32.const 4))
    (global.set $row (i32.add (global.get $row) (i32.const 1)))
    (if (call $insert (i32.const 4096) (i32.const 100) (i32.const 104)) (then (unreachable)))))";

// Writes a text to the error sink.
std::string fail_with(std::string_view text) {
  return "(i32.store (i32.const 200) (i32.const " + std::to_string(text.size()) +
         ")) (drop (call $bytes_sink_write (local.get $error) (i32.const 300) (i32.const 200)))";
}

class Published : public testing::Test {
 protected:
  void publish(const Bytes& wasm, DatabaseOptions options = {}) {
    database.emplace(std::move(options));
    const auto published = database->publish(wasm);
    ASSERT_TRUE(published) << published.error().text;
  }

  CallOutcome act() {
    const auto outcome = database->call("act", ByteView());
    EXPECT_TRUE(outcome) << outcome.error().text;
    return outcome ? *outcome : CallOutcome();
  }

  std::size_t rows() { return *database->row_count("item"); }

  std::optional<Database> database;
};

using WasmCalls = Published;

TEST_F(WasmCalls, ZeroCommits) {
  publish(act_module("(call $insert_next) (i32.const 0)", insert_import, insert_function));
  const CallOutcome outcome = act();
  EXPECT_EQ(outcome.status, CallStatus::committed);
  EXPECT_EQ(outcome.function, "act");
  EXPECT_EQ(rows(), 1u);
  act();
  EXPECT_EQ(rows(), 2u) << "the instance and its globals live on";
}

TEST_F(WasmCalls, OneRollsBackWithTheTextOfTheSink) {
  publish(act_module("(call $insert_next)" + fail_with("no way") + "(i32.const 1)", insert_import,
                     std::string(insert_function) + R"((data (i32.const 300) "no way"))"));
  const CallOutcome outcome = act();
  EXPECT_EQ(outcome.status, CallStatus::failed);
  EXPECT_EQ(outcome.error, "no way");
  EXPECT_EQ(rows(), 0u);
}

TEST_F(WasmCalls, OtherCodesFailInEachServersWords) {
  const Bytes wasm = act_module("(call $insert_next) (i32.const 7)", insert_import, insert_function);
  publish(wasm);
  CallOutcome outcome = act();
  EXPECT_EQ(outcome.status, CallStatus::trapped);
  EXPECT_EQ(outcome.error, "The instance encountered a fatal error.");
  EXPECT_EQ(outcome.trap_reason, "the reducer returned the unknown code 7");
  EXPECT_EQ(rows(), 0u);
  // There table ids start at 4097, so only the code is tried.
  publish(act_module("(i32.const 7)"), {.profile = Profile::v1_2});
  outcome = act();
  EXPECT_EQ(outcome.status, CallStatus::failed);
  EXPECT_EQ(outcome.error, "unknown return code");
}

TEST_F(WasmCalls, ATrapRollsBackAndTheInstanceIsMadeAnew) {
  // Counts calls in memory, and traps on the second.
  publish(act_module(R"((i32.store (i32.const 400) (i32.add (i32.load (i32.const 400)) (i32.const 1)))
      (call $insert_next)
      (if (i32.eq (i32.load (i32.const 400)) (i32.const 2)) (then (unreachable)))
      (i32.const 0))",
                     insert_import, insert_function));
  EXPECT_TRUE(act().is_committed());
  const CallOutcome trapped = act();
  EXPECT_EQ(trapped.status, CallStatus::trapped);
  EXPECT_EQ(trapped.trap_reason, "the module trapped (unreachable)");
  EXPECT_EQ(trapped.error, "The instance encountered a fatal error.");
  EXPECT_FALSE(trapped.trap_frames.empty());
  EXPECT_EQ(rows(), 1u);
  EXPECT_TRUE(act().is_committed()) << "with its memory as it was at the start";
  EXPECT_EQ(rows(), 1u) << "the new instance inserts row 1 again, which is there";
}

TEST_F(WasmCalls, TheOldServersWordsForATrap) {
  publish(act_module("unreachable"), {.profile = Profile::v1_2});
  EXPECT_EQ(act().error, "The Wasm instance encountered a fatal error.");
}

TEST_F(WasmCalls, TrapsOfHostCallsHaveTheirReason) {
  publish(act_module("(call $insert (i32.const 1) (i32.const 100) (i32.const 104))", insert_import));
  EXPECT_EQ(act().trap_reason, "runtime error calling datastore_insert_bsatn: there is no table of id 1");
}

TEST_F(WasmCalls, ArgumentsArriveAsTheyAre) {
  // Fails with the 48 bytes of sender and connection and the time, as text.
  publish(
      act_module(R"((i64.store (i32.const 300) (local.get $sender0)) (i64.store (i32.const 308) (local.get $sender1))
      (i64.store (i32.const 316) (local.get $sender2)) (i64.store (i32.const 324) (local.get $sender3))
      (i64.store (i32.const 332) (local.get $connection0)) (i64.store (i32.const 340) (local.get $connection1))
      (i64.store (i32.const 348) (local.get $time)))" +
                 fail_with(std::string(56, ' ')) + "(i32.const 1)"));
  CallOptions options;
  for (std::size_t at = 0; at < 32; ++at) options.caller.identity.bytes[at] = static_cast<std::uint8_t>('A' + at);
  for (std::size_t at = 0; at < 16; ++at) options.caller.connection.bytes[at] = static_cast<std::uint8_t>('a' + at);
  options.at = Timestamp{0x3736353433323130};
  const auto outcome = database->call("act", ByteView(), options);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->error, "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnop01234567");
}

TEST_F(WasmCalls, FuelIsExactAndRepeatable) {
  // One unit for each instruction that does something: local.get, call and the like; this body takes five.
  publish(act_module("(i32.add (i32.const 1) (i32.const 2)) (drop) (i32.const 0)"));
  const std::uint64_t first = act().fuel;
  EXPECT_GT(first, 0u);
  EXPECT_EQ(act().fuel, first);
  publish(act_module(
      "(i32.add (i32.const 1) (i32.const 2)) (drop) (drop (i32.add (i32.const 1) (i32.const 2))) (i32.const 0)"));
  EXPECT_EQ(act().fuel, first + 3) << "two constants and an addition; dropping is free";
}

TEST_F(WasmCalls, FuelRunsOut) {
  DatabaseOptions options;
  options.limits.fuel_per_call = 100'000;
  publish(act_module("(loop $again (br $again)) (i32.const 0)"), options);
  const CallOutcome outcome = act();
  EXPECT_EQ(outcome.status, CallStatus::trapped);
  EXPECT_TRUE(outcome.is_out_of_fuel);
  EXPECT_EQ(outcome.trap_reason, "out of fuel: the call ran too long");
  EXPECT_EQ(outcome.fuel, 100'000u);
}

TEST_F(WasmCalls, EveryCutOffOfFuelLeavesNothingBehind) {
  const Bytes wasm =
      act_module("(call $insert_next) (call $insert_next) (i32.const 0)", insert_import, insert_function);
  publish(wasm);
  const std::uint64_t whole = act().fuel;
  bool was_enough = false;
  for (std::uint64_t fuel = 1; !was_enough; ++fuel) {
    ASSERT_LE(fuel, whole);
    DatabaseOptions options;
    options.limits.fuel_per_call = fuel;
    Database cut(options);
    if (!cut.publish(wasm)) continue;  // not even enough to describe itself
    const auto outcome = cut.call("act", ByteView());
    was_enough = outcome->is_committed();
    EXPECT_EQ(*cut.row_count("item"), was_enough ? 2u : 0u) << "with " << fuel;
    if (was_enough) {
      EXPECT_LE(fuel, whole)
          << "fuel is looked at where functions and loops begin, so the last stretch may overdraw it";
    }
  }
}

// Notes its letter in memory at 500 + the count at 496.
std::string note(char letter) {
  return "(i32.store8 (i32.add (i32.const 500) (i32.load (i32.const 496))) (i32.const " + std::to_string(letter) +
         ")) (i32.store (i32.const 496) (i32.add (i32.load (i32.const 496)) (i32.const 1)))";
}

std::string start_exports() {
  return R"((func (export "__preinit__20_b") )" + note('b') + R"() (func (export "__preinit__10_a") )" + note('a') +
         R"() (func (export "_initialize") )" + note('i') +
         R"() (func (export "__setup__") (param i32) (result i32) )" + note('s') + "(i32.const 0))";
}

// Fails with the notes.
std::string tell_notes() {
  return R"((drop (call $bytes_sink_write (local.get $error) (i32.const 500) (i32.const 496))) (i32.const 1))";
}

TEST_F(WasmCalls, TheStartSequence) {
  publish(act_module(tell_notes(), "", start_exports()));
  EXPECT_EQ(act().error, "iabs");
  publish(act_module(tell_notes(), "", start_exports()), {.profile = Profile::v1_2});
  EXPECT_EQ(act().error, "abs") << "_initialize is a thing of newer servers";
}

TEST(WasmStart, SetupMayRefuse) {
  Database database;
  const auto published = database.publish(act_module("(i32.const 0)", "",
                                                     R"((data (i32.const 300) "not today")
      (func (export "__setup__") (param $error i32) (result i32))" +
                                                         fail_with("not today") + "(i32.const 1))"));
  ASSERT_FALSE(published);
  EXPECT_EQ(published.error().kind, ErrorKind::start_failed);
  EXPECT_EQ(published.error().text, "setup function returned an error: not today");
}

TEST(WasmStart, NoTransactionIsOpenThen) {
  // Setup hands the errno of a lookup on as its text: a byte of 2.
  Database database;
  const auto published = database.publish(act_module("(i32.const 0)", R"((import "spacetime_10.0" "table_id_from_name"
      (func $table_id (param i32 i32 i32) (result i32))))",
                                                     R"((data (i32.const 400) "item")
      (func (export "__setup__") (param $error i32) (result i32)
        (i32.store8 (i32.const 300) (i32.add (i32.const 48)
          (call $table_id (i32.const 400) (i32.const 4) (i32.const 410)))))" +
                                                         fail_with("x") + "(i32.const 1))"));
  ASSERT_FALSE(published);
  EXPECT_EQ(published.error().text, "setup function returned an error: 2");
}

TEST_F(WasmCalls, LogsComeWithTheOutcome) {
  publish(
      act_module(R"((call $log (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 310) (i32.const 5) (i32.const 77)
      (i32.const 300) (i32.const 5)) (i32.const 1))",
                 R"((import "spacetime_10.0" "console_log"
      (func $log (param i32 i32 i32 i32 i32 i32 i32 i32))))",
                 R"((data (i32.const 300) "hello     a.cpp"))"));
  const CallOutcome outcome = act();
  EXPECT_EQ(outcome.status, CallStatus::failed) << "logs do not roll back";
  ASSERT_EQ(outcome.logs.size(), 1u);
  EXPECT_EQ(outcome.logs[0].message, "hello");
  EXPECT_EQ(outcome.logs[0].filename, "a.cpp");
  EXPECT_EQ(outcome.logs[0].line, 77u);
}

TEST_F(WasmCalls, EveryImportCanBeLinked) {
  // Each function of imports.def, imported with the type that the host gives it.
  publish(act_module("(i32.const 0)", R"(
    (import "spacetime_10.0" "datastore_btree_scan_bsatn"
      (func (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
    (import "spacetime_10.0" "console_timer_start" (func (param i32 i32) (result i32)))
    (import "spacetime_10.0" "identity" (func (param i32)))
    (import "spacetime_10.0" "volatile_nonatomic_schedule_immediate" (func (param i32 i32 i32 i32)))
    (import "spacetime_10.1" "bytes_source_remaining_length" (func (param i32 i32) (result i32)))
    (import "spacetime_10.2" "get_jwt" (func (param i32 i32) (result i32)))
    (import "spacetime_10.3" "procedure_sleep_until" (func (param i64) (result i64)))
    (import "spacetime_10.3" "procedure_commit_mut_tx" (func (result i32)))
    (import "spacetime_10.3" "procedure_http_request" (func (param i32 i32 i32 i32 i32) (result i32)))
    (import "spacetime_10.4" "datastore_index_scan_point_bsatn" (func (param i32 i32 i32 i32) (result i32)))
    (import "spacetime_10.5" "datastore_clear" (func (param i32 i32) (result i32)))
    (import "spacetime_10.6" "env_get" (func (param i32 i32 i32) (result i32))))"));
  EXPECT_TRUE(act().is_committed());
}

}  // namespace
}  // namespace stdb::host::test
