// tests/unit/host/database_test.cpp: a database from outside: publishing, connections, calls, rows.
#include "stdb/host/database.hpp"

#include <gtest/gtest.h>

#include "stdb/host/describe.hpp"
#include "support.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

json::object reducer_json(std::string_view name, std::string_view lifecycle = "") {
  json::value event{{"none", json::array()}};
  if (!lifecycle.empty()) event = {{"some", {{lifecycle, json::array()}}}};
  return {{"name", name}, {"params", {{"elements", json::array()}}}, {"lifecycle", event}};
}

// Module A's table person, with all lifecycle reducers (ids 0 to 2), add(name: String, age: u8) (3) and noop() (4).
Bytes person_description() {
  json::value module = person_module();
  json::array& reducers = module.at("V9").at("reducers").as_array();
  const json::value add = reducers[1];
  reducers = {reducer_json("init", "Init"), reducer_json("joined", "OnConnect"), reducer_json("left", "OnDisconnect"),
              add, reducer_json("noop")};
  return encode_module(module);
}

// Each reducer logs its id as a digit; the one whose id stands in $failing returns an error, of the text "refused".
Bytes person_wasm(int failing = -1) {
  return assemble(
      module_text(person_description(),
                  R"((i32.store8 (i32.const 300) (i32.add (i32.const 48) (local.get $id)))
         (call $log (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const -1)
           (i32.const 300) (i32.const 1))
         (if (i32.ne (local.get $id) (i32.const )" +
                      std::to_string(failing) + R"()) (then (return (i32.const 0))))
         (i32.store (i32.const 200) (i32.const 7))
         (drop (call $bytes_sink_write (local.get $error) (i32.const 310) (i32.const 200)))
         (i32.const 1))",
                  R"((import "spacetime_10.0" "console_log" (func $log (param i32 i32 i32 i32 i32 i32 i32 i32))))",
                  R"((data (i32.const 310) "refused"))"));
}

std::string logs_of(const CallOutcome& outcome) {
  std::string all;
  for (const LogRecord& record : outcome.logs) all += record.message;
  return all;
}

template <class Value>
std::string error_of(const Expected<Value>& result) {
  return result ? "no error" : result.error().text;
}

Identity identity(std::uint8_t last) {
  Identity made;
  made.bytes[0] = last;
  return made;
}

class PersonDatabase : public testing::Test {
 protected:
  void publish(int failing = -1) {
    const auto published = database.publish(person_wasm(failing), Timestamp{1});
    ASSERT_TRUE(published) << published.error().text;
    ASSERT_TRUE(*published);
    EXPECT_EQ(logs_of(**published), "0") << "init ran";
  }

  Database database;
};

TEST_F(PersonDatabase, IsEmptyBeforeAModuleIsPublished) {
  EXPECT_EQ(error_of(database.call("add", ByteView())), "no module is published in this database");
  EXPECT_EQ(error_of(database.rows("person")), "no module is published in this database");
  EXPECT_EQ(error_of(database.connect(identity(1))), "no module is published in this database");
}

TEST_F(PersonDatabase, TakesAnotherModuleWithoutItsInit) {
  publish();
  const auto published = database.publish(person_wasm(0));
  ASSERT_TRUE(published) << published.error().text;
  EXPECT_FALSE(*published) << "init would fail";
}

TEST_F(PersonDatabase, AFailingInitPublishesNothing) {
  EXPECT_EQ(error_of(database.publish(person_wasm(0))), "the init reducer failed: refused");
  EXPECT_EQ(error_of(database.rows("person")), "no module is published in this database");
  publish();  // another try is free
}

TEST_F(PersonDatabase, ClientsComeAndGo) {
  publish();
  auto connected = database.connect(identity(1));
  ASSERT_TRUE(connected);
  EXPECT_TRUE(connected->is_accepted());
  EXPECT_EQ(logs_of(*connected->outcome), "1");
  EXPECT_NE(connected->caller.connection, ConnectionId());
  const auto second = database.connect(identity(1));
  EXPECT_NE(second->caller.connection, connected->caller.connection);
  const auto left = database.disconnect(connected->caller);
  ASSERT_TRUE(left && *left);
  EXPECT_EQ(logs_of(**left), "2");
  EXPECT_FALSE(*database.disconnect(connected->caller)) << "a second time nothing happens";
}

TEST_F(PersonDatabase, ClientsMayBeRefused) {
  publish(1);
  const auto connected = database.connect(identity(1));
  ASSERT_TRUE(connected);
  EXPECT_FALSE(connected->is_accepted());
  EXPECT_EQ(connected->outcome->error, "refused");
  EXPECT_FALSE(*database.disconnect(connected->caller));
}

TEST_F(PersonDatabase, ErrorsOfDisconnectingAreIgnored) {
  publish(2);
  const auto connected = database.connect(identity(1));
  const auto left = database.disconnect(connected->caller);
  EXPECT_EQ((*left)->error, "refused");
  EXPECT_FALSE(*database.disconnect(connected->caller));
}

TEST_F(PersonDatabase, CallsAreCheckedBeforeTheModuleRuns) {
  publish();
  const auto call = [&](std::string_view reducer, std::string_view arguments) {
    return error_of(database.call(reducer, json::parse(arguments)));
  };
  EXPECT_EQ(call("add", R"({"name": "Ann", "age": 30})"), "no error");
  EXPECT_EQ(call("noop", "[]"), "no error");
  EXPECT_EQ(call("ad", "[]"), "no such reducer: \"ad\"; did you mean \"add\"?");
  EXPECT_EQ(call("xyzzy", "[]"), "no such reducer: \"xyzzy\"; there are: add, noop");
  EXPECT_EQ(call("init", "[]"), "reducer \"init\" is run by the database itself (as init) and cannot be called");
  EXPECT_EQ(call("joined", "[]"),
            "reducer \"joined\" is run by the database itself (as client_connected) and cannot be called");
  EXPECT_EQ(
      call("add", R"({"name": "Ann", "age": 300})"),
      "invalid arguments for reducer add(name: String, age: u8): argument age: expected u8 (0 to 255), found 300");
  EXPECT_EQ(call("add", R"({"name": "Ann"})"),
            "invalid arguments for reducer add(name: String, age: u8): \"age\" (u8) is missing");
  EXPECT_EQ(call("add", R"(["Ann", 30, 1])"),
            "invalid arguments for reducer add(name: String, age: u8): expected 2 values for (name: String, age: u8), "
            "found 3");
  EXPECT_EQ(error_of(database.call("add", from_hex("03000000416e"))),
            "invalid arguments for reducer add(name: String, age: u8): at byte 4: a value of 3 bytes, but 2 are left");
  EXPECT_EQ(error_of(database.call("add", golden("reducer_args_add"))), "no error");
}

TEST_F(PersonDatabase, TablesAreFoundByName) {
  publish();
  EXPECT_EQ(*database.row_count("person"), 0u);
  EXPECT_EQ(error_of(database.rows("persons")), "no such table: \"persons\"; did you mean \"person\"?");
  EXPECT_EQ(database.module().tables[0].name, "person");
}

TEST(PrivateReducers, AreForTheOwner) {
  // Module C schedules on_tick, which makes it private in V10.
  const Bytes wasm = assemble(module_text(golden("module_c_v10"), "(i32.const 0)", "", R"(
      (func (export "__call_procedure__") (param i32 i64 i64 i64 i64 i64 i64 i64 i32 i32) (result i32) (i32.const 0)))"));
  Database database;
  ASSERT_TRUE(database.publish(wasm));
  const Bytes tick = join({number<std::uint64_t>(1), golden("schedule_at_interval"), string("x")});
  CallOptions options;
  EXPECT_EQ(error_of(database.call("on_tick", tick, options)), "no error");
  options.caller.identity = identity(5);
  EXPECT_EQ(error_of(database.call("on_tick", tick, options)),
            "reducer \"on_tick\" is private: only the owner may call it");
}

TEST(Describing, RunsNoReducer) {
  const auto described = describe_wasm(person_wasm(0), Profile::v2);
  ASSERT_TRUE(described) << described.error().text;
  EXPECT_EQ(described->bytes, person_description());
  EXPECT_EQ(described->module.reducers.size(), 5u);
  EXPECT_EQ(describe_wasm(Bytes{1, 2}, Profile::v2).error().kind, ErrorKind::not_a_module);
}

TEST(Time, IsReadAndWritten) {
  const auto round = [](std::string_view text) {
    const auto time = Timestamp::parse(text);
    return time ? time->to_text() : "none";
  };
  EXPECT_EQ(round("2026-01-31T12:00:00Z"), "2026-01-31T12:00:00Z");
  EXPECT_EQ(Timestamp::parse("2024-01-01T00:00:00Z")->micros, 1'704'067'200'000'000);
  EXPECT_EQ(round("2026-01-31 12:00:00.25+02:00"), "2026-01-31T10:00:00.25Z");
  EXPECT_EQ(round("2024-02-29T23:59:59.9999999Z"), "2024-02-29T23:59:59.999999Z");
  EXPECT_EQ(round("-1"), "1969-12-31T23:59:59.999999Z");
  EXPECT_EQ(round("1704067200000000"), "2024-01-01T00:00:00Z");
  EXPECT_EQ(Timestamp{INT64_MAX}.to_text(), "9223372036854775807 us");
  for (const char* wrong : {"", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-31T24:00:00Z",
                            "2026-01-31T12:00:00", "2026-01-31", "12:00", "1e6", "2026-01-31T12:00:00.Z", "soon"}) {
    EXPECT_EQ(round(wrong), "none") << wrong;
  }
}

TEST(Identities, AreReadAndWritten) {
  const std::string text = "102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
  const auto made = Identity::from_hex("0" + text);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->to_hex(), "0" + text);
  EXPECT_EQ(Bytes(made->bytes.begin(), made->bytes.end()), golden("identity_be_0102_20"));
  EXPECT_EQ(Identity::from_hex("0x0" + text), made);
  EXPECT_EQ(Identity().to_hex(), std::string(64, '0'));
  EXPECT_FALSE(Identity::from_hex(text));
  EXPECT_FALSE(Identity::from_hex("g" + text));
  EXPECT_FALSE(Identity::from_hex(""));
}

}  // namespace
}  // namespace stdb::host::test
