// tests/wasm/functions_test.cpp: every kind of function of a module, run as wasm and natively, judged from outside by
// what is returned, by rows, logs and time.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <vector>

#include "fronts.hpp"
#include "stdb/host/json.hpp"

namespace {

namespace host = stdb::host;
namespace json = boost::json;
using namespace std::chrono_literals;

constexpr host::Timestamp start{1'769'860'800'000'000};  // 2026-01-31T12:00:00Z

class Functions : public testing::TestWithParam<Front> {
 protected:
  static host::DatabaseOptions options() {
    host::DatabaseOptions options;
    options.clock = [] { return start; };
    options.environment = {{"MODE", "slow"}};
    options.http = [](const host::HttpRequest& request) -> std::expected<host::HttpResponse, std::string> {
      if (request.uri.ends_with("/down")) return std::unexpected("nobody answers");
      EXPECT_EQ(request.timeout, 180s);
      return host::HttpResponse{404, {{"server", "test"}}, host::HttpVersion::http11, "no " + request.uri};
    };
    return options;
  }

  host::CallOutcome call(const char* reducer, const char* arguments = "[]", const host::CallOptions& how = {}) {
    auto outcome = database_->call(reducer, json::parse(arguments), how);
    EXPECT_TRUE(outcome.has_value()) << outcome.error().text;
    return outcome.value_or(host::CallOutcome{});
  }

  // What a procedure returns, as JSON; or why it did not.
  std::string ask(const char* procedure, const char* arguments = "[]") {
    auto outcome = database_->call_procedure(procedure, json::parse(arguments));
    if (!outcome) return outcome.error().text;
    last_ = *outcome;
    return outcome->is_committed() ? outcome->value_json : "trapped: " + outcome->trap_reason;
  }

  std::string json_of(const char* table, const std::vector<host::ByteView>& rows) {
    const host::ModuleDef& module = database_->module();
    std::string text;
    for (const host::ByteView row : rows) {
      host::append_json(module.typespace.types()[module.find_table(table)->row_type], module.typespace, row, text);
      text += "\n";
    }
    return text;
  }

  // The texts of the notes that a view shows.
  std::vector<std::string> texts_of(const char* view, const host::Identity& sender = host::default_owner()) {
    const auto outcome = database_->view(view, sender);
    EXPECT_TRUE(outcome && outcome->is_committed()) << (outcome ? outcome->trap_reason : outcome.error().text);
    std::vector<std::string> texts;
    for (const host::Bytes& row : outcome->rows) {
      texts.emplace_back(json::parse(json_of("note", {row})).at("text").as_string());
    }
    return texts;
  }

  // What was witnessed since the last time: "tick a@+5 database".
  std::vector<std::string> take_seen() {
    std::vector<std::string> all;
    const auto rows = database_->rows("seen");
    for (const host::ByteView bytes : *rows) {
      const json::value row = json::parse(json_of("seen", {bytes}));
      const auto at = row.at("at").at("__timestamp_micros_since_unix_epoch__").as_int64();
      const std::string_view sender = row.at("sender").at("__identity__").as_string();
      std::string line(row.at("what").as_string());
      line += "@+" + std::to_string((at - start.micros) / 1'000'000);
      line += sender.ends_with('2') ? " database" : sender.ends_with('1') ? " owner" : " other";
      all.push_back(line);
    }
    const std::vector<std::string> fresh(all.begin() + static_cast<std::ptrdiff_t>(seen_), all.end());
    seen_ = all.size();
    return fresh;
  }

  std::size_t rows(const char* table) { return database_->row_count(table).value_or(9999); }

  std::unique_ptr<host::Database> database_ = publish(GetParam(), options());
  host::ProcedureOutcome last_;
  std::size_t seen_ = 0;
};

using Lines = std::vector<std::string>;

TEST_P(Functions, ViewsShowWhatTheyFind) {
  EXPECT_TRUE(texts_of("first_note").empty());
  host::CallOptions other;
  other.caller.identity.bytes[0] = 77;
  EXPECT_TRUE(call("add_note", R"(["mine"])").is_committed());
  EXPECT_TRUE(call("add_note", R"(["the other's"])", other).is_committed());
  EXPECT_TRUE(call("add_note", R"(["mine too"])").is_committed());
  EXPECT_EQ(texts_of("my_notes"), (Lines{"mine", "mine too"}));
  EXPECT_EQ(texts_of("my_notes", other.caller.identity), Lines{"the other's"});
  EXPECT_EQ(texts_of("first_note"), Lines{"mine"});
  EXPECT_TRUE(texts_of("my_notes", host::Identity()).empty());
}

TEST_P(Functions, ViewsMayBeQueries) {
  for (const char* text : {R"(["four"])", R"(["fives"])", R"(["sixsix"])"}) call("add_note", text);
  EXPECT_EQ(texts_of("long_notes"), (Lines{"fives", "sixsix"}));
  const auto outcome = database_->view("long_notes");
  ASSERT_TRUE(outcome.has_value());
  ASSERT_TRUE(outcome->query.has_value()) << outcome->trap_reason;
  EXPECT_EQ(*outcome->query, R"(SELECT * FROM "note" WHERE ("note"."length" >= 5))");
}

TEST_P(Functions, ProceduresReturnValues) {
  EXPECT_EQ(ask("count_notes"), "0");
  call("add_note", R"(["one"])");
  EXPECT_EQ(ask("count_notes"), "1");
  EXPECT_EQ(ask("nothing"), "[]");
  EXPECT_EQ(ask("count_note"), "no such procedure: \"count_note\"; did you mean \"count_notes\"?");
}

TEST_P(Functions, ProceduresCommitAndRollBack) {
  EXPECT_EQ(ask("add_two_notes", R"(["a", "b"])"),
            R"({"ok":{"id":1,"at":{"__timestamp_micros_since_unix_epoch__":1769860800000000}}})");
  EXPECT_EQ(rows("note"), 2u);
  EXPECT_EQ(ask("add_two_notes", R"(["c", "much too long"])"), R"({"err":"the second is too long"})");
  EXPECT_EQ(rows("note"), 3u) << "what was committed stays";
  EXPECT_EQ(take_seen(), (Lines{"add_two_notes@+0 owner", "add_two_notes@+0 owner"}));
  EXPECT_TRUE(ask("fall").starts_with("trapped: "));
  ASSERT_EQ(last_.logs.size(), 2u);
  EXPECT_EQ(last_.logs[0].message, "fell within a transaction");
  EXPECT_EQ(last_.logs[0].level, host::LogLevel::panic);
  EXPECT_EQ(last_.logs[1].message, "aborting dangling anonymous transaction in procedure fall");
  EXPECT_TRUE(take_seen().empty());
  EXPECT_EQ(ask("count_notes"), "3");
}

TEST_P(Functions, ProceduresSleep) {
  call("wait_for", R"(["a", {"Interval": {"__time_duration_micros__": 1000000}}])");
  EXPECT_EQ(ask("pause_for", "[2500]"), R"({"__timestamp_micros_since_unix_epoch__":1769860802500000})");
  EXPECT_EQ(last_.meanwhile.size(), 2u);
  EXPECT_EQ(take_seen(), (Lines{"tick a@+1 database", "tick a@+2 database"}));
}

TEST_P(Functions, ProceduresAskOthers) {
  EXPECT_EQ(ask("fetch", R"(["http://example.org/x"])"), R"({"ok":"404 no http://example.org/x server=test"})");
  EXPECT_EQ(ask("fetch", R"(["http://example.org/down"])"), R"({"err":"nobody answers"})");
  EXPECT_EQ(ask("fetch", R"([""])"), R"({"err":"empty string"})");
  EXPECT_EQ(ask("ask_within_transaction"), "true");
}

TEST_P(Functions, TheEnvironmentIsRead) {
  EXPECT_EQ(ask("settings"), R"("slow nameless")");
  EXPECT_TRUE(database_->set_environment({{"MODE", "fast"}, {"NAME", ""}}).has_value());
  EXPECT_EQ(ask("settings"), R"("fast ")");
  EXPECT_FALSE(database_->set_environment({{"MODE", "faster"}}).has_value());
  EXPECT_FALSE(database_->set_environment({}).has_value()) << "MODE is required";
}

TEST_P(Functions, HandlersAnswerByTheirRoutes) {
  const auto send = [&](const char* method, const char* path, const char* body = "") {
    host::HttpRequest request;
    request.method = method;
    request.uri = path;
    request.headers = {{"x-a", "b"}};
    request.body = body;
    const auto outcome = database_->request(request);
    EXPECT_TRUE(outcome.has_value());
    std::string text = std::to_string(outcome->response.code) + " " + outcome->response.body;
    for (const host::HttpHeader& header : outcome->response.headers) text += " " + header.name + "=" + header.value;
    return text;
  };
  call("add_note", R"(["one"])");
  EXPECT_EQ(send("GET", "/greet?loud").substr(0, 30), "202 http://localhost/v1/databa");
  EXPECT_NE(send("GET", "/greet?loud").find("/route/greet?loud 1 content-type=text/plain"), std::string::npos);
  EXPECT_EQ(send("PUT", "/echo", "body"), "200 body x-a=b method=PUT");
  EXPECT_EQ(send("BREW", "/echo"), "200  x-a=b method=BREW");
  EXPECT_EQ(send("POST", "/api/note", "from outside").substr(0, 8), "200 kept");
  EXPECT_EQ(rows("note"), 2u);
  EXPECT_EQ(send("POST", "/api/note").substr(0, 4), "500 ");
  EXPECT_EQ(send("GET", "/api/note"), "404 Database has not registered a handler for this route");
}

TEST_P(Functions, SchedulesOfReducers) {
  call("wait_for", R"(["once", {"Time": {"__timestamp_micros_since_unix_epoch__": 1769860805000000}}])");
  call("wait_for", R"(["often", {"Interval": {"__time_duration_micros__": 2000000}}])");
  EXPECT_EQ(database_->advance(5s)->calls.size(), 3u);
  EXPECT_EQ(take_seen(), (Lines{"tick often@+2 database", "tick often@+4 database", "tick once@+5 database"}));
  EXPECT_EQ(rows("timer"), 1u) << "what came once is gone";
  call("cancel");
  EXPECT_TRUE(database_->advance(1h)->calls.empty());
}

TEST_P(Functions, SchedulesThatFailAndThatNeverWere) {
  call("wait_for", R"(["fail", {"Time": {"__timestamp_micros_since_unix_epoch__": 0}}])");
  call("wait_for", R"(["panic", {"Time": {"__timestamp_micros_since_unix_epoch__": 0}}])");
  const host::CallOutcome failed = call("wait_and_fail", R"([{"Time": {"__timestamp_micros_since_unix_epoch__": 0}}])");
  EXPECT_EQ(failed.error, "and yet not");
  const auto due = database_->run_due();
  ASSERT_EQ(due->calls.size(), 2u);
  EXPECT_EQ(due->calls[0].error, "the tick failed");
  EXPECT_EQ(due->calls[1].status, host::CallStatus::trapped);
  EXPECT_EQ(rows("timer"), 0u);
  EXPECT_TRUE(take_seen().empty()) << "nothing that they did remains";
  EXPECT_EQ(call("wait_too_long").error, "too far");
}

TEST_P(Functions, SchedulesOfProcedures) {
  call("give_work", R"(["a", {"Interval": {"__time_duration_micros__": 1000000}}])");
  call("give_work", R"(["b", {"Time": {"__timestamp_micros_since_unix_epoch__": 1769860801500000}}])");
  const auto due = database_->advance(2s);
  ASSERT_EQ(due->calls.size(), 3u);
  EXPECT_EQ(due->calls[1].kind, host::FunctionKind::procedure);
  EXPECT_EQ(due->calls[1].logs.at(0).message, "b of 1 left") << "its own row went before it ran";
  EXPECT_EQ(take_seen(), (Lines{"work a@+1 database", "work b@+1 database", "work a@+2 database"}));
}

TEST_P(Functions, OtherIndexes) {
  const host::CallOutcome outcome = call("other_indexes");
  EXPECT_TRUE(outcome.is_committed()) << outcome.error << outcome.trap_reason;
}

TEST_P(Functions, EventsAreGoneAfterTheCommit) {
  EXPECT_TRUE(call("flash_up").is_committed());
  EXPECT_EQ(rows("flash"), 0u);
  EXPECT_EQ(take_seen(), Lines{"flash@+0 owner"});
}

TEST_P(Functions, ImmediateCallsOutliveARollback) {
  const host::CallOutcome outcome = call("later", R"(["queued"])");
  EXPECT_EQ(outcome.status, host::CallStatus::failed);
  ASSERT_EQ(outcome.queued.size(), 1u);
  EXPECT_TRUE(outcome.queued[0].is_committed());
  EXPECT_EQ(rows("note"), 1u);
}

TEST_P(Functions, SubmodulesHaveNamesOfTheirOwn) {
  EXPECT_TRUE(call("library.lend", R"(["Emma"])").is_committed());
  EXPECT_EQ(rows("library.book"), 1u);
  EXPECT_EQ(ask("library.count_books"), "1");
  const auto books = database_->view("library.books");
  ASSERT_TRUE(books.has_value());
  ASSERT_EQ(books->rows.size(), 1u) << books->trap_reason;
  EXPECT_EQ(json_of("library.book", {books->rows[0]}), "{\"id\":1,\"title\":\"Emma\"}\n");
}

TEST_P(Functions, TokensAreRead) {
  const auto connected = database_->connect(
      host::default_owner(),
      {.at = {}, .claims = R"({"iss": "here", "sub": "Ann\u00e9", "nested": {"sub": 1}, "admin": true})"});
  ASSERT_TRUE(connected.has_value());
  const host::CallOutcome outcome = call("who", "[]", {connected->caller, {}});
  ASSERT_EQ(outcome.logs.size(), 2u) << outcome.error << outcome.trap_reason;
  EXPECT_EQ(outcome.logs[0].message, "Ann\xC3\xA9 of here, admin: true");
  EXPECT_TRUE(outcome.logs[1].message.starts_with("Timing span \"who\": ")) << outcome.logs[1].message;
  EXPECT_EQ(call("who").logs.at(0).message, "external nobody");
}

TEST_P(Functions, RandomNumbersFollowFromTheTime) {
  const std::string drawn = ask("draw");
  EXPECT_EQ(ask("draw"), drawn);
  const Lines first = take_seen();
  ASSERT_EQ(first.size(), 2u);
  EXPECT_EQ(first[0], first[1]) << "UUIDs as well";
  ASSERT_TRUE(database_->advance(1s).has_value());
  EXPECT_NE(ask("draw"), drawn);
}

TEST_P(Functions, WhatTheModuleDeclares) {
  const host::ModuleDef& module = database_->module();
  EXPECT_EQ(module.row_level_security, Lines{"SELECT * FROM note WHERE owner = :sender"});
  ASSERT_TRUE(module.find_table("note")->columns[4].default_value.has_value());
  EXPECT_EQ(*module.find_table("note")->columns[4].default_value, host::Bytes{3});
  std::vector<host::IndexAlgorithm> algorithms;
  for (const host::IndexDef& index : module.find_table("word")->indexes) algorithms.push_back(index.algorithm);
  std::ranges::sort(algorithms);
  EXPECT_EQ(algorithms, (std::vector{host::IndexAlgorithm::hash, host::IndexAlgorithm::direct}));
  EXPECT_TRUE(module.find_procedure("work")->is_private) << "it is scheduled";
  EXPECT_TRUE(module.find_procedure("settings")->is_private);
  EXPECT_EQ(module.find_view("long_notes")->primary_key, 0);
  EXPECT_EQ(module.namespaces, Lines{"library"});
}

TEST(Fronts, AnswerAlike) {
  const auto tell = [](Front front) {
    host::DatabaseOptions options;
    options.clock = [] { return start; };
    options.environment = {{"MODE", "fast"}};
    const auto database = publish(front, options);
    std::string told;
    for (const char* procedure : {"draw", "settings", "count_notes", "library.count_books"}) {
      told += database->call_procedure(procedure, host::ByteView())->value_json + "\n";
    }
    const auto rows = database->rows("seen");
    for (const host::ByteView row : *rows) told.append(row.begin(), row.end());
    return told + std::string(database->description().begin(), database->description().end());
  };
  const std::string wasm = tell(Front::wasm);
  EXPECT_GT(wasm.size(), 500u);
  EXPECT_EQ(wasm, tell(Front::native));
}

INSTANTIATE_TEST_SUITE_P(Fronts, Functions, testing::Values(Front::wasm, Front::native),
                         [](const auto& front) { return front_name(front.param); });

}  // namespace
