// tests/unit/host/wasm_functions_test.cpp: procedures, views and HTTP handlers as wasm exports them.
#include <gtest/gtest.h>

#include "calls/http_wire.hpp"
#include "native_guest.hpp"

namespace stdb::host::test {
namespace {

constexpr const char* procedure_type =
    "(param $id i32) (param $s0 i64) (param $s1 i64) (param $s2 i64) (param $s3 i64) (param $c0 i64) (param $c1 i64) "
    "(param $time i64) (param $args i32) (param $result i32) (result i32)";
constexpr const char* view_type =
    "(param $id i32) (param $s0 i64) (param $s1 i64) (param $s2 i64) (param $s3 i64) (param $args i32) "
    "(param $rows i32) (result i32)";

std::string entry(std::string_view name, std::string_view type, std::string_view body) {
  return "(func (export \"" + std::string(name) + "\") " + std::string(type) + " " + std::string(body) + ")";
}

// Writes bytes that stand at a place in memory to a sink.
std::string write(std::string_view sink, std::size_t size, std::size_t place = 300) {
  return "(i32.store (i32.const 200) (i32.const " + std::to_string(size) +
         ")) (drop (call $bytes_sink_write (local.get $" + std::string(sink) + ") (i32.const " + std::to_string(place) +
         ") (i32.const 200)))";
}

std::string data(const Bytes& bytes) {
  std::string text = "(data (i32.const 300) \"";
  for (const std::uint8_t byte : bytes) text += "\\" + to_hex({&byte, 1});
  return text + "\")";
}

class WasmFunctions : public testing::Test {
 protected:
  void publish(std::string_view reducers, const std::string& more) {
    const auto published = database.publish(assemble(module_text(functions_module().encode(), reducers, "", more)));
    ASSERT_TRUE(published) << published.error().text;
  }

  Database database;
};

TEST_F(WasmFunctions, ProceduresHaveInstancesOfTheirOwn) {
  // Every call counts in memory and tells the count: reducers as an error, procedures as a String.
  const std::string count =
      "(i32.store8 (i32.const 304) (i32.add (i32.const 48) (i32.load (i32.const 400))))"
      "(i32.store (i32.const 300) (i32.const 1))"
      "(i32.store (i32.const 400) (i32.add (i32.load (i32.const 400)) (i32.const 1)))";
  publish(count + write("error", 5) + "(i32.const 1)",
          entry("__call_procedure__", procedure_type,
                "(if (i32.eq (local.get $id) (i32.const 1)) (then (unreachable)))" + count + write("result", 5) +
                    "(i32.const 0)"));
  const auto act = [&] { return database.call("act", ByteView())->error.substr(4); };
  const auto ask = [&] { return database.call_procedure("ask", string("?"))->value_json; };
  EXPECT_EQ(act(), "0");
  EXPECT_EQ(act(), "1");
  EXPECT_EQ(ask(), "\"0\"");
  EXPECT_EQ(ask(), "\"1\"");
  EXPECT_EQ(act(), "2");
  const auto trapped = database.call_procedure("rest", ByteView());
  EXPECT_EQ(trapped->status, CallStatus::trapped);
  EXPECT_EQ(trapped->trap_reason, "the module trapped (unreachable)");
  EXPECT_FALSE(trapped->trap_frames.empty());
  EXPECT_EQ(ask(), "\"0\"") << "its instance is new";
  EXPECT_EQ(act(), "3") << "the reducers' is not";
  EXPECT_GT(database.call_procedure("ask", string("?"))->fuel, 0u);
}

TEST_F(WasmFunctions, ViewsAreToldTheirSender) {
  // A view by sender shows an item whose id is the sender's first word; anonymous ones show a query.
  const Bytes rows = join({{0}, number(1u), item_row(0, "x")});
  publish("(i32.const 0)",
          data(rows) + "(data (i32.const 500) \"" + "\\01\\03\\00\\00\\00SQL" + "\")" +
              entry("__call_view__", view_type,
                    "(i64.store (i32.const 305) (local.get $s0))" + write("rows", rows.size()) + "(i32.const 2)") +
              entry("__call_view_anon__", "(param $id i32) (param $args i32) (param $rows i32) (result i32)",
                    "(i32.store (i32.const 200) (i32.const 8))"
                    "(drop (call $bytes_sink_write (local.get $rows) (i32.const 500) (i32.const 200)))"
                    "(i32.add (i32.const 1) (local.get $id))"));
  Identity sender;
  sender.bytes[0] = 9;
  const auto mine = database.view("mine", sender);
  ASSERT_TRUE(mine);
  EXPECT_EQ(mine->rows, std::vector<Bytes>{item_row(9, "x")}) << mine->trap_reason;
  EXPECT_EQ(database.view("chosen")->query, "SQL") << "view 1";
  EXPECT_EQ(database.view("all")->status, CallStatus::trapped) << "view 0, which answers 1: an error";
}

TEST_F(WasmFunctions, HandlersAreCalledAsTheyAreBuilt) {
  HttpResponse response;
  response.code = 200;
  const Bytes wire = encode_http(response);
  const std::string old_type =
      "(param $id i32) (param $time i64) (param $request i32) (param $request_body i32) (param $response i32) "
      "(param $body i32) (result i32)";
  publish("(i32.const 0)",
          data(wire) + entry("__call_http_handler__", old_type,
                             write("response", wire.size()) + "(i64.store (i32.const 300) (local.get $time))" +
                                 write("body", 8) + "(i32.const 0)"));
  HttpRequest request;
  request.uri = "/greet";
  const auto outcome = database.request(request, {.caller = {}, .at = Timestamp{0x4141414141414141}});
  EXPECT_EQ(outcome->response.code, 200) << outcome->trap_reason;
  EXPECT_EQ(outcome->response.body, "AAAAAAAA");
}

TEST_F(WasmFunctions, HandlersOfNewerModulesAreToldTheirSender) {
  const Bytes wire = encode_http(HttpResponse());
  const std::string new_type =
      "(param $id i32) (param $s0 i64) (param $s1 i64) (param $s2 i64) (param $s3 i64) (param $claims i32) "
      "(param $time i64) (param $request i32) (param $request_body i32) (param $response i32) (param $body i32) "
      "(result i32)";
  publish("(i32.const 0)",
          data(wire) +
              entry("__call_http_handler__", new_type,
                    write("response", wire.size()) + "(i64.store (i32.const 600) (local.get $s0))" +
                        "(i32.store (i32.const 608) (local.get $claims))" + write("body", 12, 600) + "(i32.const 0)"));
  HttpRequest request;
  request.uri = "/greet";
  Identity sender;
  sender.bytes.fill('s');
  auto connected = database.connect(sender, {.at = {}, .claims = "{}"});
  const auto outcome = database.request(request, {.caller = connected->caller, .at = {}});
  EXPECT_EQ(outcome->response.body, std::string("ssssssss\2\0\0\0", 12)) << outcome->trap_reason;
  connected->caller.connection = {};
  EXPECT_EQ(database.request(request, {.caller = connected->caller, .at = {}})->response.body.substr(8),
            std::string(4, '\0'));
}

TEST_F(WasmFunctions, EntriesThatAreMissing) {
  publish("(i32.const 0)", "");
  EXPECT_EQ(database.call_procedure("rest", ByteView())->trap_reason,
            "the module declares this function but does not export `__call_procedure__`");
  EXPECT_EQ(database.view("mine")->trap_reason,
            "the module declares this function but does not export `__call_view__`");
  EXPECT_EQ(database.view("all")->trap_reason,
            "the module declares this function but does not export `__call_view_anon__`");
  HttpRequest request;
  request.uri = "/greet";
  EXPECT_EQ(database.request(request)->response.code, 500);
}

TEST_F(WasmFunctions, EntriesOfAnotherType) {
  const auto error_of = [](std::string_view name) {
    Database refused;
    const auto published = refused.publish(assemble(module_text(
        functions_module().encode(), "(i32.const 0)", "", entry(name, "(param i32) (result i32)", "(i32.const 0)"))));
    return published ? "no error" : published.error().text;
  };
  EXPECT_EQ(error_of("__call_view_anon__"),
            "bad signature for \"__call_view_anon__\"; expected (func (param i32 i32 i32) (result i32)) got (func "
            "(param i32) (result i32))");
  for (const char* name : {"__call_procedure__", "__call_view__", "__call_http_handler__"}) {
    EXPECT_TRUE(error_of(name).starts_with("bad signature for")) << name;
  }
}

}  // namespace
}  // namespace stdb::host::test
