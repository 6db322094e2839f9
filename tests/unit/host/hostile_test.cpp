// tests/unit/host/hostile_test.cpp: modules that are wrong or mean harm are refused or contained, each in words.
#include <gtest/gtest.h>

#include "stdb/host/database.hpp"
#include "stdb/host/describe.hpp"
#include "support.hpp"

namespace stdb::host::test {
namespace {

Bytes item_description() { return encode_module(one_table_module("item", {{"id", "U32"}})); }

std::string item_text(std::string_view body, std::string_view imports = "", std::string_view more = "") {
  return module_text(item_description(), body, imports, more);
}

struct Refusal {
  ErrorKind kind;
  std::string text;
};

Refusal refusal_of(const Bytes& wasm, Profile profile = Profile::v2) {
  Database database({.profile = profile});
  const auto published = database.publish(wasm);
  if (published) return {ErrorKind::no_such_table, "published"};
  EXPECT_FALSE(database.call("act", ByteView())) << "nothing was published";
  return {published.error().kind, published.error().text};
}

Refusal refusal_of(const std::string& text, Profile profile = Profile::v2) {
  return refusal_of(assemble(text), profile);
}

// Publishes a module whose reducer is `body`, calls it, and answers why it trapped.
CallOutcome call_of(std::string_view body, std::string_view imports = "", std::string_view more = "",
                    std::uint64_t fuel = 100'000'000) {
  DatabaseOptions options;
  options.limits.fuel_per_call = fuel;
  options.limits.memory_bytes = 4 << 20;
  Database database(options);
  const auto published = database.publish(assemble(item_text(body, imports, more)));
  EXPECT_TRUE(published) << published.error().text;
  if (!published) return {};
  auto outcome = database.call("act", ByteView());
  EXPECT_EQ(*database.row_count("item"), 0u);
  // Whatever happened, the database goes on.
  EXPECT_TRUE(database.call("act", ByteView()));
  return *outcome;
}

TEST(NotAModule, IsRefused) {
  EXPECT_EQ(refusal_of(Bytes()).kind, ErrorKind::not_a_module);
  EXPECT_EQ(refusal_of(Bytes{'h', 'e', 'l', 'l', 'o'}).text,
            "not a wasm module: it does not begin with the bytes 00 61 73 6d");
  const Bytes whole = assemble(item_text("(i32.const 0)"));
  std::size_t published = 0;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    if (refusal_of(cut).text == "published") ++published;
  }
  EXPECT_LE(published, 1u) << "only the section of names at the end can be missed";
  EXPECT_TRUE(refusal_of(from_hex("0061736d02000000")).text.starts_with("not a valid wasm module: "));
}

TEST(Imports, DecideWhichHostIsNeeded) {
  EXPECT_EQ(
      refusal_of("(module (memory (export \"memory\") 1))").text,
      "unable to determine ABI of module: it imports no function of \"spacetime_10.0\"; is it a SpacetimeDB module?");
  const auto with_import = [](std::string_view module) {
    return "(module (import \"" + std::string(module) + "\" \"x\" (func)) (memory (export \"memory\") 1))";
  };
  EXPECT_EQ(refusal_of(with_import("spacetime_ten")).text,
            "import module \"spacetime_ten\" has malformed version string");
  EXPECT_EQ(refusal_of(with_import("spacetime_10.")).kind, ErrorKind::unsupported_abi);
  EXPECT_EQ(refusal_of(with_import("spacetime_10.7")).text, "abi version 10.7 is not supported (host implements 10.6)");
  EXPECT_EQ(refusal_of(with_import("spacetime_11.0")).text, "abi version 11.0 is not supported (host implements 10.6)");
  EXPECT_EQ(refusal_of(with_import("spacetime_10.1"), Profile::v1_2).text,
            "abi version 10.1 is not supported (host implements 10.0)");
  EXPECT_EQ(
      refusal_of("(module (import \"spacetime_10.0\" \"x\" (func)) (import \"spacetime_9.0\" \"x\" (func)))").text,
      "module cannot depend on both major version 10 and major version 9");
}

TEST(Imports, UnknownOnesAreNamed) {
  EXPECT_EQ(refusal_of(item_text("(i32.const 0)", R"((import "env" "abort" (func)))")).text,
            "unknown import: `env::abort` has not been defined: no SpacetimeDB host has it");
  EXPECT_EQ(refusal_of(item_text("(i32.const 0)", R"((import "spacetime_10.0" "datastore_clear" (func)))")).text,
            "unknown import: `spacetime_10.0::datastore_clear` has not been defined: no SpacetimeDB host has it");
  EXPECT_EQ(refusal_of(item_text("(i32.const 0)", R"((import "spacetime_10.0" "identity" (global i32)))")).kind,
            ErrorKind::bad_import);
  const Refusal wrong_type = refusal_of(item_text("(i32.const 0)", R"((import "spacetime_10.0" "identity" (func)))"));
  EXPECT_EQ(wrong_type.kind, ErrorKind::bad_import);
  EXPECT_NE(wrong_type.text.find("identity"), std::string::npos) << wrong_type.text;
}

constexpr const char* sink_import =
    R"((import "spacetime_10.0" "bytes_sink_write" (func (param i32 i32 i32) (result i32))))";

TEST(Exports, MustBeThere) {
  const auto refused = [](std::string_view rest) {
    return refusal_of("(module " + std::string(sink_import) + std::string(rest) + ")").text;
  };
  const std::string memory = R"((memory (export "memory") 1))";
  const std::string describe = R"((func (export "__describe_module__") (param i32)))";
  const std::string call =
      R"((func (export "__call_reducer__") (param i32 i64 i64 i64 i64 i64 i64 i64 i32 i32) (result i32) (i32.const 0)))";
  EXPECT_EQ(refused(""), "there should be a memory export called \"memory\" but it does not exist");
  EXPECT_EQ(refused(R"((func (export "memory")))"),
            "there should be a memory export called \"memory\" but it does not exist");
  EXPECT_EQ(refused(memory + call), "there should be a function called \"__describe_module__\" but it does not exist");
  EXPECT_EQ(refused(memory + describe), "there should be a function called \"__call_reducer__\" but it does not exist");
  EXPECT_EQ(refused(memory + call + R"((func (export "__describe_module__")))"),
            "bad signature for \"__describe_module__\"; expected (func (param i32)) got (func)");
  EXPECT_EQ(
      refused(memory + describe + R"((global (export "__call_reducer__") i32 (i32.const 0)))"),
      "expected \"__call_reducer__\" export to be a function with signature (func (param i32 i64 i64 i64 i64 i64 i64 "
      "i64 i32 i32) (result i32)), but it wasn't a function at all");
  EXPECT_EQ(refused(memory + describe + call + R"((func (export "__preinit__x") (result i32) (i32.const 0)))"),
            "bad signature for \"__preinit__x\"; expected (func) got (func (result i32))");
  EXPECT_EQ(refused(memory + describe + call + R"((func (export "__setup__")))"),
            "bad signature for \"__setup__\"; expected (func (param i32) (result i32)) got (func)");
  EXPECT_EQ(refused(memory + describe + call),
            "error decoding module description: at byte 0: a value of 1 bytes, but 0 are left");
  EXPECT_EQ(refused(R"((memory (export "memory") i64 1))" + describe + call),
            "the export \"memory\" should be a 32-bit memory, but it is a 64-bit one");
}

TEST(Starting, MayTrapOrNeverEnd) {
  EXPECT_EQ(refusal_of(item_text("(i32.const 0)", "", R"((func (export "__preinit__1") unreachable))")).text,
            "wasm trap while calling \"__preinit__1\": the module trapped (unreachable)");
  EXPECT_EQ(refusal_of(item_text("(i32.const 0)", "", R"((func $go unreachable) (start $go))")).text,
            "the module could not be instantiated: the module trapped (unreachable)");
  EXPECT_EQ(refusal_of(item_text("(i32.const 0)", "", R"((func $go (drop (call $bytes_sink_write (i32.const 1)
      (i32.const 1) (i32.const 1)))) (start $go))"))
                .text,
            "the module could not be instantiated: a host function was called before the module was instantiated");
  DatabaseOptions options;
  options.limits.fuel_per_call = 1'000'000;
  Database database(options);
  const auto published =
      database.publish(assemble(item_text("(i32.const 0)", "", R"((func (export "_initialize") (loop $a (br $a))))")));
  ASSERT_FALSE(published);
  EXPECT_EQ(published.error().text, "wasm trap while calling \"_initialize\": out of fuel: the call ran too long");
}

TEST(Starting, MemoryMayNotBeTooLargeFromTheStart) {
  DatabaseOptions options;
  options.limits.memory_bytes = 65'536;
  Database database(options);
  const auto published = database.publish(assemble(item_text("(i32.const 0)")));
  ASSERT_FALSE(published);
  EXPECT_TRUE(published.error().text.starts_with("the module could not be instantiated: ")) << published.error().text;
}

TEST(Descriptions, MustBeReadable) {
  Bytes description = item_description();
  EXPECT_EQ(refusal_of(module_text({}, "(i32.const 0)")).kind, ErrorKind::bad_description);
  description[0] = 9;
  EXPECT_EQ(refusal_of(module_text(description, "(i32.const 0)")).text,
            "error decoding module description: at byte 0: unknown tag 9 for a sum");
  description[0] = 2;  // read as V10, it makes no sense
  EXPECT_EQ(refusal_of(module_text(description, "(i32.const 0)")).kind, ErrorKind::bad_description);
  EXPECT_EQ(refusal_of(module_text(golden("module_a_v10"), "(i32.const 0)"), Profile::v1_2).kind,
            ErrorKind::bad_description);
  boost::json::value reserved = one_table_module("st_table", {{"id", "U32"}});
  EXPECT_EQ(refusal_of(module_text(encode_module(reserved), "(i32.const 0)")).text,
            "Errors occurred:\nTable name is reserved for system use: st_table");
}

TEST(Calls, ThatNeverEnd) {
  const CallOutcome outcome = call_of("(loop $again (br $again)) (i32.const 0)");
  EXPECT_TRUE(outcome.is_out_of_fuel);
}

TEST(Calls, ThatNestTooDeep) {
  const CallOutcome outcome =
      call_of("(call $deeper)", "", "(func $deeper (result i32) (i32.add (call $deeper) (i32.const 1)))");
  EXPECT_EQ(outcome.trap_reason, "the stack overflowed: the calls nest too deeply");
  EXPECT_FALSE(outcome.is_out_of_fuel);
}

TEST(Calls, ThatEatMemory) {
  // Grows until it is refused, then reports how much it got: in pages, 4 MiB in all.
  const CallOutcome outcome = call_of(R"((loop $more (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
      (i32.store (i32.const 300) (memory.size)) (i32.store (i32.const 200) (i32.const 1))
      (drop (call $bytes_sink_write (local.get $error) (i32.const 300) (i32.const 200))) (i32.const 1))");
  EXPECT_EQ(outcome.error, std::string(1, 64));
}

TEST(Calls, ThatReachOutside) {
  EXPECT_EQ(call_of("(i32.load (i32.const -4))").trap_reason, "memory was accessed outside its bounds");
  EXPECT_EQ(call_of("(i32.div_u (i32.const 1) (i32.const 0))").trap_reason, "an integer was divided by zero");
  EXPECT_EQ(call_of("(call_indirect (result i32) (i32.const 0))", "", "(table 1 funcref)").trap_reason,
            "a null function pointer was called");
  EXPECT_EQ(call_of("(call_indirect (result i32) (i32.const 5))", "", "(table 1 funcref)").trap_reason,
            "a table was accessed outside its bounds");
}

TEST(Calls, WithPointersAtTheEdge) {
  // Two pages end at 131,072.
  const auto sink = [](std::string_view buffer, std::string_view length) {
    return call_of("(call $bytes_sink_write (local.get $error) (i32.const " + std::string(buffer) + ") (i32.const " +
                       std::string(length) + "))",
                   "", R"((data (i32.const 600) "\08\00\00\00\ff\ff\ff\ff"))")
        .trap_reason;
  };
  EXPECT_EQ(sink("131064", "600"), "");
  EXPECT_EQ(sink("131065", "600"), "out of bounds pointer passed to a spacetime function");
  EXPECT_EQ(sink("131065", "604"), "out of bounds pointer passed to a spacetime function");
  EXPECT_EQ(sink("-1", "604"), "out of bounds pointer passed to a spacetime function");
  EXPECT_EQ(sink("16", "131069"), "out of bounds pointer passed to a spacetime function");
  EXPECT_EQ(sink("0", "600"), "null pointer passed to a spacetime function");
}

TEST(Calls, ThatOpenIteratorsForEver) {
  const CallOutcome outcome =
      call_of(R"((loop $more (br_if $more (i32.eqz (call $scan (i32.const 4096) (i32.const 700))))) (i32.const 0))",
              R"((import "spacetime_10.0" "datastore_table_scan_bsatn" (func $scan (param i32 i32) (result i32))))");
  EXPECT_EQ(outcome.trap_reason, "too many handles are open; close what is not used up");
}

TEST(Calls, ThatLogForEver) {
  const CallOutcome outcome = call_of(
      R"((loop $more
      (call $log (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 16)
        (i32.const 100000)) (br $more)) (i32.const 0))",
      R"((import "spacetime_10.0" "console_log" (func $log (param i32 i32 i32 i32 i32 i32 i32 i32))))", "", 100'000);
  EXPECT_TRUE(outcome.is_out_of_fuel);
  EXPECT_GT(outcome.dropped_logs, 0u);
  EXPECT_LT(outcome.logs.size(), 1000u);
}

TEST(Calls, ThatKeepWhatTheHostHolds) {
  // Timers with the longest names, and calls with the longest arguments: 64 KiB each time.
  const CallOutcome timers =
      call_of(R"((loop $more (drop (call $start (i32.const 16) (i32.const 65536))) (br $more)) (i32.const 0))",
              R"((import "spacetime_10.0" "console_timer_start" (func $start (param i32 i32) (result i32))))");
  EXPECT_EQ(timers.trap_reason, "the running timers hold too many bytes; end those in use");
  const CallOutcome queued = call_of(
      R"((loop $more (call $queue (i32.const 16) (i32.const 1) (i32.const 16) (i32.const 65536)) (br $more)) (i32.const 0))",
      R"((import "spacetime_10.0" "volatile_nonatomic_schedule_immediate" (func $queue (param i32 i32 i32 i32))))");
  EXPECT_EQ(queued.trap_reason, "too many calls are queued behind this one");
}

TEST(Calls, ThatQueueThemselvesForEver) {
  DatabaseOptions options;
  Database database(options);
  ASSERT_TRUE(database.publish(assemble(item_text(
      R"((call $queue (i32.const 600) (i32.const 3) (i32.const 600) (i32.const 0)) (i32.const 0))",
      R"((import "spacetime_10.0" "volatile_nonatomic_schedule_immediate" (func $queue (param i32 i32 i32 i32))))",
      R"((data (i32.const 600) "act"))"))));
  const auto outcome = database.call("act", ByteView());
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->queued.size(), limits::queued_calls);
}

TEST(Proposals, ThatServersAreBuiltWithoutAreRefused) {
  for (const char* text : {"(module (memory 1 1 shared))", "(module (type (struct)))", "(module (tag))"}) {
    EXPECT_EQ(refusal_of(assemble(text)).kind, ErrorKind::not_a_module) << text;
  }
}

TEST(Mutants, AreRefusedOrContained) {
  // Each byte of a small module changed in a few ways: nothing may crash, hang or go unanswered.
  const Bytes whole = assemble(item_text("(i32.const 0)"));
  DatabaseOptions options;
  options.limits.fuel_per_call = 100'000;
  options.limits.memory_bytes = 4 << 20;
  std::size_t refused = 0;
  std::size_t published = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int change : {1, 0x80, 0xFF}) {
      Bytes mutant = whole;
      mutant[at] = static_cast<std::uint8_t>(mutant[at] ^ change);
      Database database(options);
      if (const auto done = database.publish(mutant); !done) {
        EXPECT_FALSE(done.error().text.empty());
        ++refused;
        continue;
      }
      ++published;
      for (const ReducerDef& reducer : database.module().reducers) database.call(reducer.name, ByteView());
    }
  }
  EXPECT_GT(refused, 100u);
  EXPECT_GT(published, 10u);
}

}  // namespace
}  // namespace stdb::host::test
