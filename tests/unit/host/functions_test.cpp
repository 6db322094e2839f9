// tests/unit/host/functions_test.cpp: procedures and views of a module, run in a database.
#include <gtest/gtest.h>

#include "native_guest.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

class Functions : public testing::Test {
 protected:
  Functions() { bodies() = Bodies(); }
  ~Functions() override { bodies() = Bodies(); }

  void publish(DatabaseOptions options = {}) {
    database.emplace(std::move(options));
    const auto published = database->publish(native_module(definition), Timestamp{1000});
    ASSERT_TRUE(published) << published.error().text;
  }

  ProcedureOutcome ask(std::string_view text) {
    auto outcome = database->call_procedure("ask", json::value(json::array{json::string(text)}));
    EXPECT_TRUE(outcome) << outcome.error().text;
    return outcome.value_or(ProcedureOutcome());
  }
  ProcedureOutcome rest() {
    auto outcome = database->call_procedure("rest", ByteView());
    EXPECT_TRUE(outcome) << outcome.error().text;
    return outcome.value_or(ProcedureOutcome());
  }
  CallOutcome act() { return *database->call("act", ByteView()); }
  std::size_t items() { return *database->row_count("item"); }

  Bytes description = functions_module().encode();
  stdb_module_definition definition = functions_definition(description);
  std::optional<Database> database;
};

using Procedures = Functions;

TEST_F(Procedures, ReturnValues) {
  publish();
  bodies().procedures[0] = [](const stdb_call& call, std::uint32_t args, std::uint32_t sink) {
    EXPECT_EQ(call.timestamp, 1000);
    EXPECT_EQ(call.sender[3], 0xC2ull << 56) << "the owner calls";
    write_all(sink, read_all(args));  // both are one String
    return STDB_OK;
  };
  const ProcedureOutcome outcome = ask("a\"b");
  EXPECT_EQ(outcome.kind, FunctionKind::procedure);
  EXPECT_EQ(outcome.function, "ask");
  EXPECT_TRUE(outcome.is_committed());
  EXPECT_EQ(outcome.value, string("a\"b"));
  EXPECT_EQ(outcome.value_json, R"("a\"b")");
  EXPECT_EQ(rest().value_json, "[]");
}

TEST_F(Procedures, MustReturnWhatTheyDeclare) {
  publish();
  bodies().procedures[0] = [](const stdb_call&, std::uint32_t, std::uint32_t sink) {
    write_all(sink, {5, 0, 0, 0, 'a'});
    return STDB_OK;
  };
  ProcedureOutcome outcome = ask("");
  EXPECT_EQ(outcome.status, CallStatus::trapped);
  EXPECT_TRUE(outcome.error.ends_with("no String: at byte 4: a value of 5 bytes, but 1 are left")) << outcome.error;
  bodies().procedures[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) { return 1; };
  outcome = ask("");
  EXPECT_EQ(outcome.trap_reason,
            "__call_procedure__ returned unexpected code 1. Procedures should return code 0 or trap.");
}

TEST_F(Procedures, CommitAndAbortTransactions) {
  publish();
  bodies().procedures[1] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    std::uint64_t rows = 0;
    EXPECT_EQ(stdb_datastore_table_row_count(4096, &rows), STDB_NOT_IN_TRANSACTION);
    std::int64_t at = 0;
    EXPECT_EQ(start_transaction(&at), STDB_OK);
    EXPECT_EQ(at, 1000);
    EXPECT_EQ(start_transaction(), STDB_WOULD_BLOCK_TRANSACTION);
    EXPECT_EQ(insert("item", item_row(1, "kept")), STDB_OK);
    EXPECT_EQ(stdb_procedure_commit_mut_tx(), STDB_OK);
    EXPECT_EQ(stdb_procedure_commit_mut_tx(), STDB_TRANSACTION_NOT_ANONYMOUS);
    EXPECT_EQ(stdb_procedure_abort_mut_tx(), STDB_TRANSACTION_NOT_ANONYMOUS);
    EXPECT_EQ(start_transaction(), STDB_OK);
    EXPECT_EQ(insert("item", item_row(2, "dropped")), STDB_OK);
    EXPECT_EQ(count("item"), 2u);
    EXPECT_EQ(stdb_procedure_abort_mut_tx(), STDB_OK);
    return STDB_OK;
  };
  const ProcedureOutcome outcome = rest();
  EXPECT_TRUE(outcome.is_committed()) << outcome.trap_reason;
  EXPECT_TRUE(outcome.logs.empty());
  EXPECT_EQ(items(), 1u);
}

TEST_F(Procedures, TransactionsLeftOpenAreAborted) {
  publish();
  bodies().procedures[1] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(start_transaction(), STDB_OK);
    return insert("item", item_row(1, "lost"));
  };
  ProcedureOutcome outcome = rest();
  EXPECT_TRUE(outcome.is_committed());
  ASSERT_EQ(outcome.logs.size(), 1u);
  EXPECT_EQ(outcome.logs[0].level, LogLevel::error);
  EXPECT_EQ(outcome.logs[0].message, "aborting dangling anonymous transaction in procedure rest");
  EXPECT_EQ(items(), 0u);
  bodies().procedures[1] = [](const stdb_call&, std::uint32_t, std::uint32_t) -> std::int32_t {
    if (start_transaction() != STDB_OK || insert("item", item_row(2, "lost")) != STDB_OK) return 1;
    stdb_trap();
  };
  outcome = rest();
  EXPECT_EQ(outcome.status, CallStatus::trapped);
  EXPECT_EQ(outcome.error, "The module instance encountered a fatal error: the module trapped");
  ASSERT_EQ(outcome.logs.size(), 1u);
  EXPECT_EQ(items(), 0u);
  EXPECT_TRUE(act().is_committed()) << "no transaction is in the way";
}

TEST_F(Procedures, WhatIsCommittedBeforeATrapStays) {
  publish();
  bodies().procedures[1] = [](const stdb_call&, std::uint32_t, std::uint32_t) -> std::int32_t {
    if (start_transaction() != STDB_OK || insert("item", item_row(1, "kept")) != STDB_OK) return 1;
    if (stdb_procedure_commit_mut_tx() != STDB_OK) return 1;
    stdb_trap();
  };
  EXPECT_EQ(rest().status, CallStatus::trapped);
  EXPECT_EQ(items(), 1u);
}

TEST_F(Procedures, AreCheckedBeforeTheyRun) {
  V10 module = functions_module();
  module.section("Procedures").at(1).as_object()["visibility"] = plain("Private");
  description = module.encode();
  definition = functions_definition(description);
  publish();
  const auto error_of = [](const auto& result) { return result ? "no error" : result.error().text; };
  EXPECT_EQ(error_of(database->call_procedure("aks", ByteView())), "no such procedure: \"aks\"; did you mean \"ask\"?");
  EXPECT_EQ(error_of(database->call_procedure("ask", json::value(json::array{5}))),
            "invalid arguments for procedure ask(text: String): argument text: expected a string, found 5");
  EXPECT_EQ(error_of(database->call_procedure("ask", Bytes{1})),
            "invalid arguments for procedure ask(text: String): at byte 0: a value of 4 bytes, but 1 are left");
  CallOptions other;
  other.caller.identity.bytes[0] = 9;
  EXPECT_EQ(error_of(database->call_procedure("rest", ByteView(), other)),
            "procedure \"rest\" is private: only the owner may call it");
  EXPECT_EQ(error_of(database->call_procedure("work", interval_row(1, 1), other)),
            "procedure \"work\" is private: only the owner may call it")
      << "it is scheduled";
  EXPECT_EQ(error_of(database->call_procedure("rest", ByteView())), "no error");
}

TEST_F(Procedures, AreNotForReducersToPlay) {
  publish();
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(start_transaction(), STDB_WOULD_BLOCK_TRANSACTION);
    EXPECT_EQ(stdb_procedure_commit_mut_tx(), STDB_TRANSACTION_NOT_ANONYMOUS);
    EXPECT_EQ(stdb_procedure_abort_mut_tx(), STDB_TRANSACTION_NOT_ANONYMOUS);
    return static_cast<std::int32_t>(stdb_procedure_sleep_until(5));
  };
  EXPECT_EQ(act().trap_reason, "procedure_sleep_until is only available in async instances");
}

TEST_F(Procedures, SleepMovesTheTimeOn) {
  publish();
  bodies().procedures[1] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(stdb_procedure_sleep_until(5000), 5000);
    EXPECT_EQ(stdb_procedure_sleep_until(-1), 5000);
    EXPECT_EQ(stdb_procedure_sleep_until(4000), 5000) << "that is past";
    std::int64_t at = 0;
    EXPECT_EQ(start_transaction(&at), STDB_OK);
    EXPECT_EQ(at, 5000);
    EXPECT_EQ(stdb_procedure_sleep_until(6000), 6000) << "in a transaction too, as on a server";
    return stdb_procedure_commit_mut_tx();
  };
  EXPECT_TRUE(rest().is_committed());
  EXPECT_EQ(database->now(), Timestamp{6000});
}

TEST_F(Procedures, SleepAsTheEmbedderHasIt) {
  std::int64_t time = 100;
  DatabaseOptions options;
  options.clock = [&] { return Timestamp{time}; };
  options.sleep_until = [&](Timestamp wake_at) { time = wake_at.micros + 7; };
  database.emplace(options);
  ASSERT_TRUE(database->publish(native_module(definition)));
  bodies().procedures[1] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(stdb_procedure_sleep_until(500), 507);
    return STDB_OK;
  };
  EXPECT_TRUE(rest().is_committed());
}

TEST_F(Procedures, QueueCallsAndAreQueued) {
  publish();
  const auto queue = [](std::string_view name, const Bytes& args) {
    const std::uint8_t dangling = 0;
    stdb_volatile_nonatomic_schedule_immediate(
        reinterpret_cast<const std::uint8_t*>(name.data()), static_cast<std::uint32_t>(name.size()),
        args.empty() ? &dangling : args.data(), static_cast<std::uint32_t>(args.size()));
  };
  bodies().procedures[1] = [&](const stdb_call&, std::uint32_t, std::uint32_t) {
    queue("act", {});
    queue("ask", string("x"));
    queue("ask", {1});  // no arguments of ask
    queue("nobody", {});
    return STDB_OK;
  };
  bodies().procedures[0] = [](const stdb_call& call, std::uint32_t args, std::uint32_t sink) {
    EXPECT_EQ(call.sender[0], 2u) << "the database itself calls";
    write_all(sink, read_all(args));
    return STDB_OK;
  };
  const ProcedureOutcome outcome = rest();
  ASSERT_EQ(outcome.queued.size(), 2u);
  EXPECT_EQ(outcome.queued[0].function, "act");
  EXPECT_EQ(outcome.queued[1].function, "ask");
  EXPECT_TRUE(outcome.queued[1].is_committed()) << outcome.queued[1].trap_reason;
}

using Views = Functions;

std::int32_t write_view(std::uint32_t sink, std::initializer_list<Bytes> parts) {
  write_all(sink, join(parts));
  return STDB_VIEW_WITH_HEADER;
}

TEST_F(Views, ShowRows) {
  publish();
  bodies().views[0] = [](const stdb_call& call, std::uint32_t args, std::uint32_t sink) {
    EXPECT_EQ(args, STDB_INVALID_HANDLE);
    EXPECT_EQ(call.timestamp, 0) << "views are told no time";
    EXPECT_EQ(count("item"), 0u) << "in a transaction";
    return write_view(sink, {{0}, number(3u), item_row(call.sender[0], "a"), item_row(2, "b"), item_row(2, "b")});
  };
  Identity sender;
  sender.bytes[0] = 7;
  auto outcome = database->view("mine", sender);
  ASSERT_TRUE(outcome) << outcome.error().text;
  EXPECT_EQ(outcome->kind, FunctionKind::view);
  EXPECT_EQ(outcome->rows, (std::vector<Bytes>{item_row(7, "a"), item_row(2, "b")})) << "each row once";
  EXPECT_FALSE(outcome->query);
  bodies().anonymous_views[0] = [](const stdb_call& call, std::uint32_t, std::uint32_t sink) {
    EXPECT_EQ(call.sender[0], 0u);
    write_all(sink, number(0u));
    return STDB_OK;  // as before there was a header
  };
  outcome = database->view("all", sender);
  EXPECT_TRUE(outcome->is_committed()) << outcome->trap_reason;
  EXPECT_TRUE(outcome->rows.empty());
}

TEST_F(Views, ShowQueries) {
  publish();
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(insert("item", item_row(1, "a")), STDB_OK);
    return insert("item", item_row(2, "b"));
  };
  ASSERT_TRUE(act().is_committed());
  const auto show = [&](std::string_view sql) {
    bodies().anonymous_views[1] = [sql](const stdb_call&, std::uint32_t, std::uint32_t sink) {
      return write_view(sink, {{1}, string(sql)});
    };
    return *database->view("chosen");
  };
  ViewOutcome outcome = show("SELECT * FROM item WHERE id > 1");
  EXPECT_EQ(outcome.query, "SELECT * FROM item WHERE id > 1");
  EXPECT_EQ(outcome.rows, std::vector<Bytes>{item_row(2, "b")});
  EXPECT_EQ(show("SELECT a.* FROM item a JOIN item b ON a.id = b.id").rows.size(), 2u);
  EXPECT_TRUE(show(" ").rows.empty()) << "no query, no rows";
  outcome = show("SELECT * FROM timer");
  EXPECT_EQ(outcome.status, CallStatus::trapped);
  EXPECT_EQ(
      outcome.trap_reason,
      "Error executing raw SQL returned by view: query returns `(id: u64, at: ScheduleAt, text: String)` but view "
      "expects `(id: u64, text: String)`");
  outcome = show("SELECT * FROM itme");
  EXPECT_EQ(
      outcome.error,
      "Error materializing view `chosen`: Error executing raw SQL returned by view: no such table: `itme`. If the "
      "table exists, it may be marked private.");
}

TEST_F(Views, ThatWriteNonsenseFail) {
  publish();
  const auto reason_of = [&](Bytes written, std::int32_t code) {
    bodies().views[0] = [written, code](const stdb_call&, std::uint32_t, std::uint32_t sink) {
      EXPECT_EQ(insert("item", item_row(1, "lost")), STDB_OK);
      write_all(sink, written);
      return code;
    };
    const auto outcome = database->view("mine");
    EXPECT_EQ(outcome->status, CallStatus::trapped);
    EXPECT_EQ(items(), 0u) << "rolled back";
    return outcome->trap_reason;
  };
  const std::string no_header = "Error parsing view result: it begins with no ViewResultHeader";
  EXPECT_EQ(reason_of({}, 2), no_header);
  EXPECT_EQ(reason_of({2}, 2), no_header);
  EXPECT_EQ(reason_of({1, 0xFF, 0, 0, 0}, 2), no_header);
  EXPECT_EQ(reason_of({1, 1, 0, 0, 0, 0xFF}, 2), no_header);
  EXPECT_EQ(reason_of({0, 1, 0, 0, 0, 5}, 2),
            "Error deserializing rows returned by view: at byte 4: a value of 8 bytes, but 1 are left");
  EXPECT_EQ(reason_of({}, 0),
            "Error deserializing rows returned by view: at byte 0: a value of 4 bytes, but 0 are left");
  EXPECT_EQ(reason_of({'n', 'o'}, 1), "no");
  EXPECT_EQ(reason_of({}, 3), "the view returned the unknown code 3");
}

TEST_F(Views, MayWriteAsOnAServer) {
  publish();
  bodies().views[0] = [](const stdb_call&, std::uint32_t, std::uint32_t sink) {
    EXPECT_EQ(insert("item", item_row(1, "kept")), STDB_OK);
    return write_view(sink, {{0}, number(0u)});
  };
  EXPECT_TRUE(database->view("mine")->is_committed());
  EXPECT_EQ(items(), 1u);
}

TEST_F(Views, AreFoundByName) {
  V10 module = functions_module();
  module.section("Views").at(0).as_object()["is_public"] = false;
  description = module.encode();
  definition = functions_definition(description);
  publish();
  EXPECT_EQ(database->view("mien").error().text, "no such view: \"mien\"; did you mean \"mine\"?");
  Identity other;
  EXPECT_EQ(database->view("mine", other).error().text, "view \"mine\" is private: only the owner may read it");
}

TEST_F(Functions, ReadTheirEnvironment) {
  const auto error_of = [&](EnvironmentValues values) {
    Database refused({.environment = std::move(values)});
    const auto published = refused.publish(native_module(definition));
    return published ? "no error" : published.error().text;
  };
  EXPECT_EQ(error_of({{"MODE", "slow"}, {"OTHER", "x"}}), "no error");
  EXPECT_EQ(error_of({{"MODE", "sloow"}}),
            "environment key \"MODE\": value does not satisfy its declared string constraint");
  EXPECT_EQ(error_of({{"A-B", ""}}), "environment: invalid name");
  EXPECT_EQ(error_of({{"A", std::string(8193, 'x')}}), "environment key \"A\": value exceeds size limit");
  publish({.environment = {{"MODE", "slow"}}});
  std::string read;
  bodies().procedures[1] = [&](const stdb_call&, std::uint32_t, std::uint32_t) {
    std::uint32_t source = 0;
    const std::int32_t answer = stdb_env_get(reinterpret_cast<const std::uint8_t*>("MODE"), 4, &source);
    const Bytes value = read_all(source);
    read.assign(value.begin(), value.end());
    return answer;
  };
  EXPECT_TRUE(rest().is_committed());
  EXPECT_EQ(read, "slow");
  EXPECT_EQ(database->set_environment({{"MODE", "no"}}).error().kind, ErrorKind::bad_environment);
  EXPECT_TRUE(database->set_environment({}));
  EXPECT_TRUE(rest().is_committed());
  EXPECT_EQ(read, "");
}

TEST_F(Functions, RequiredEnvironmentIsRequired) {
  V10 module = functions_module();
  module.section("Environment").at(0).as_object()["optional"] = false;
  description = module.encode();
  definition = functions_definition(description);
  Database refused;
  EXPECT_EQ(refused.publish(native_module(definition)).error().text,
            "environment key \"MODE\": required value is missing");
  EXPECT_TRUE(refused.set_environment({{"MODE", "fast"}}));
  EXPECT_TRUE(refused.publish(native_module(definition)));
}

TEST_F(Functions, ReadTheClaimsOfTheirCaller) {
  publish();
  std::string read;
  bodies().reducers[0] = [&](const stdb_call& call, std::uint32_t, std::uint32_t) {
    std::uint32_t source = 0;
    const std::int32_t answer = stdb_get_jwt(reinterpret_cast<const std::uint8_t*>(call.connection_id), &source);
    const Bytes claims = read_all(source);
    read.assign(claims.begin(), claims.end());
    return answer;
  };
  const auto connected = database->connect(default_owner(), {.at = {}, .claims = R"({"sub":"ann"})"});
  ASSERT_TRUE(connected);
  EXPECT_TRUE(database->call("act", ByteView(), {connected->caller, {}})->is_committed());
  EXPECT_EQ(read, R"({"sub":"ann"})");
  EXPECT_TRUE(database->set_claims(connected->caller.connection, "{}"));
  EXPECT_TRUE(database->call("act", ByteView(), {connected->caller, {}})->is_committed());
  EXPECT_EQ(read, "{}");
  EXPECT_TRUE(act().is_committed());
  EXPECT_EQ(read, "") << "without a connection there is no token";
  ASSERT_TRUE(database->disconnect(connected->caller));
  EXPECT_FALSE(database->set_claims(connected->caller.connection, "{}"));
  EXPECT_TRUE(database->call("act", ByteView(), {connected->caller, {}})->is_committed());
  EXPECT_EQ(read, "");
}

}  // namespace
}  // namespace stdb::host::test
