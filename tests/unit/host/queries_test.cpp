// tests/unit/host/queries_test.cpp: queries, subscriptions and views that follow what they have read.
#include <gtest/gtest.h>

#include <algorithm>

#include "native_guest.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

// Items are public; a rule shows others than the owner those whose text is "open", and those that a secret of the
// same id belongs to. `secret` is private, `event` an event table; both have items' type.
V10 queried_module() {
  V10 module = functions_module();
  module.section("Tables").at(0).as_object()["table_access"] = plain("Public");
  module.table("secret", 0);
  json::object& event = module.table("event", 0);
  event["is_event"] = true;
  event["table_access"] = plain("Public");
  module.add("RowLevelSecurity", {{"sql", "SELECT * FROM item WHERE text = 'open'"}});
  module.add("RowLevelSecurity", {{"sql", "SELECT item.* FROM item JOIN secret ON item.id = secret.id"}});
  return module;
}

class Queries : public testing::Test {
 protected:
  Queries() {
    bodies() = Bodies();
    other.bytes[0] = 5;
  }
  ~Queries() override { bodies() = Bodies(); }

  void publish() {
    const auto published = database.publish(native_module(definition), Timestamp{1000});
    ASSERT_TRUE(published) << published.error().text;
  }

  // A reducer that does this.
  CallOutcome act(std::function<std::int32_t()> body) {
    bodies().reducers[0] = [body](const stdb_call&, std::uint32_t, std::uint32_t) { return body(); };
    return *database.call("act", ByteView());
  }
  CallOutcome put(std::string_view table, std::uint64_t id, std::string_view text) {
    return act([=] { return insert(table, item_row(id, text)); });
  }
  static std::int32_t remove(std::string_view table, std::uint64_t id, std::string_view text) {
    const Bytes rows = join({number<std::uint32_t>(1), item_row(id, text)});
    std::uint32_t deleted = 0;
    return stdb_datastore_delete_all_by_eq_bsatn(table_id(table), rows.data(), static_cast<std::uint32_t>(rows.size()),
                                                 &deleted);
  }

  // The ids of the rows, in order; or why there are none.
  static std::string ids(const std::vector<Bytes>& rows) {
    std::string text;
    for (const Bytes& row : rows) text += std::to_string(row[0]);
    std::ranges::sort(text);
    return text;
  }
  std::string query(std::string_view sql, const Identity& sender = default_owner()) {
    const auto result = database.query(sql, sender);
    return result ? ids(result->rows) : result.error().text;
  }

  // Subscribes, and notes what is told as "-3+12;" for each query.
  std::uint32_t subscribe(const Identity& user, const std::vector<std::string>& queries) {
    const auto note = [this](const std::vector<QueryUpdate>& updates) {
      for (const QueryUpdate& update : updates) {
        told += std::to_string(update.query) + ":";
        if (!update.deleted.empty()) told += "-" + ids(update.deleted);
        if (!update.inserted.empty()) told += "+" + ids(update.inserted);
        told += ";";
      }
    };
    const auto number = database.subscribe({user, {}}, queries, note);
    EXPECT_TRUE(number) << number.error().text;
    return number.value_or(0);
  }
  std::string take_told() { return std::exchange(told, ""); }

  // The view `mine` shows the item of id 3, found by the index; `all` counts its runs and shows one item.
  void show_third() {
    bodies().views[0] = [this](const stdb_call&, std::uint32_t, std::uint32_t sink) {
      ++runs;
      std::uint32_t index = 0;
      const std::string_view name = "item_id_idx_btree";
      EXPECT_EQ(stdb_index_id_from_name(reinterpret_cast<const std::uint8_t*>(name.data()), 17, &index), STDB_OK);
      const Bytes key = number<std::uint64_t>(3);
      std::uint32_t iterator = 0;
      EXPECT_EQ(stdb_datastore_index_scan_point_bsatn(index, key.data(), 8, &iterator), STDB_OK);
      std::uint8_t buffer[100];
      std::uint32_t length = sizeof buffer;
      EXPECT_EQ(stdb_row_iter_bsatn_advance(iterator, buffer, &length), STDB_EXHAUSTED);
      write_all(sink, join({number<std::uint32_t>(length == 0 ? 0 : 1), Bytes(buffer, buffer + length)}));
      return STDB_OK;
    };
  }

  Bytes description = queried_module().encode();
  stdb_module_definition definition = functions_definition(description);
  Database database;
  Identity other;
  std::string told;
  int runs = 0;
};

TEST_F(Queries, AreRunOverTables) {
  publish();
  put("item", 1, "open");
  put("item", 2, "shut");
  EXPECT_EQ(query("SELECT * FROM item"), "12");
  EXPECT_EQ(query("SELECT * FROM item WHERE id > 1"), "2");
  const auto result = database.query("SELECT * FROM item WHERE id = 2");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->table, "item");
  EXPECT_EQ(result->row_type, 0u);
  EXPECT_EQ(result->rows[0], item_row(2, "shut"));
  EXPECT_EQ(query("SELECT * FROM nothing"),
            "no such table: `nothing`. If the table exists, it may be marked private., executing: `SELECT * FROM "
            "nothing`");
  EXPECT_EQ(Database().query("SELECT * FROM item").error().kind, ErrorKind::not_published);
}

TEST_F(Queries, ShowOthersPublicTablesOnly) {
  publish();
  put("secret", 1, "");
  EXPECT_EQ(query("SELECT * FROM secret"), "1");
  EXPECT_NE(query("SELECT * FROM secret", other).find("no such table: `secret`"), std::string::npos);
  EXPECT_EQ(query("SELECT * FROM event", other), "");
}

TEST_F(Queries, ShowOthersWhatRowLevelSecurityLetsThrough) {
  publish();
  put("item", 1, "open");
  put("item", 2, "shut");
  put("item", 3, "shut");
  put("secret", 3, "");
  EXPECT_EQ(query("SELECT * FROM item"), "123");
  EXPECT_EQ(query("SELECT * FROM item", other), "13");
  EXPECT_EQ(query("SELECT * FROM item WHERE id > 1", other), "3");
  put("secret", 1, "");
  EXPECT_EQ(query("SELECT * FROM item WHERE id = 1", other), "11") << "two rules show it";
}

TEST_F(Queries, RulesThatNoServerTakesAreRefused) {
  const auto refusal_of = [](std::string_view rule) {
    V10 module = queried_module();
    module.add("RowLevelSecurity", {{"sql", rule}});
    const Bytes bytes = module.encode();
    const stdb_module_definition with_rule = functions_definition(bytes);
    const auto published = Database().publish(native_module(with_rule));
    return published ? "no error" : published.error().text;
  };
  EXPECT_EQ(
      refusal_of("SELECT * FROM item WHERE id = 'x'"),
      "failed to create row-level security: `SELECT * FROM item WHERE id = 'x'`: The literal expression `x` cannot "
      "be parsed as type `u64`");
  EXPECT_EQ(refusal_of("SELECT * FROM secret"),
            "failed to create row-level security: `SELECT * FROM secret`: Cannot define RLS rule on private table: "
            "`secret`");
}

TEST_F(Queries, SubscribersAreToldOfEachCommit) {
  publish();
  put("item", 1, "open");
  const std::uint32_t number = subscribe(default_owner(), {"SELECT * FROM item", "SELECT * FROM event"});
  EXPECT_EQ(take_told(), "0:+1;");
  put("item", 2, "");
  EXPECT_EQ(take_told(), "0:+2;");
  put("secret", 2, "");
  EXPECT_EQ(take_told(), "") << "not subscribed to";
  act([] {
    EXPECT_EQ(remove("item", 2, ""), STDB_OK);
    return insert("item", item_row(2, "new"));
  });
  EXPECT_EQ(take_told(), "0:-2+2;");
  act([] {
    EXPECT_EQ(remove("item", 2, "new"), STDB_OK);
    return insert("item", item_row(2, "new"));
  });
  EXPECT_EQ(take_told(), "") << "nothing has changed in sum";
  act([] {
    EXPECT_EQ(insert("item", item_row(7, "")), STDB_OK);
    return STDB_HOST_CALL_FAILURE;
  });
  EXPECT_EQ(take_told(), "") << "rolled back";
  put("event", 9, "");
  EXPECT_EQ(take_told(), "1:+9;");
  put("event", 9, "");
  EXPECT_EQ(take_told(), "1:+9;") << "rows of event tables never stay";
  EXPECT_TRUE(database.unsubscribe(number));
  EXPECT_FALSE(database.unsubscribe(number));
  put("item", 3, "");
  EXPECT_EQ(take_told(), "");
}

TEST_F(Queries, SubscribersAreToldOfWhatRulesShowThem) {
  publish();
  put("item", 1, "shut");
  subscribe(other, {"SELECT * FROM item"});
  EXPECT_EQ(take_told(), "");
  put("secret", 1, "");
  EXPECT_EQ(take_told(), "0:+1;") << "a rule reads the other table";
}

TEST_F(Queries, SubscriptionsEndWithTheirConnection) {
  publish();
  const auto connected = database.connect(other);
  ASSERT_TRUE(connected);
  bool is_told = false;
  ASSERT_TRUE(database.subscribe(connected->caller, {"SELECT * FROM item"},
                                 [&](const std::vector<QueryUpdate>&) { is_told = true; }));
  ASSERT_TRUE(database.disconnect(connected->caller));
  put("item", 1, "open");
  EXPECT_FALSE(is_told);
}

using Views = Queries;

TEST_F(Views, AreRunAgainWhenWhatTheyHaveReadChanges) {
  publish();
  show_third();
  EXPECT_EQ(query("SELECT * FROM mine"), "");
  EXPECT_EQ(query("SELECT * FROM mine"), "");
  EXPECT_EQ(runs, 1) << "known";
  const CallOutcome elsewhere = put("item", 1, "");
  EXPECT_EQ(runs, 1) << "another value of the index";
  EXPECT_TRUE(elsewhere.refreshed.empty());
  const CallOutcome hit = put("item", 3, "");
  EXPECT_EQ(runs, 2);
  ASSERT_EQ(hit.refreshed.size(), 1u);
  EXPECT_EQ(hit.refreshed[0].function, "mine");
  EXPECT_EQ(query("SELECT * FROM mine"), "3");
  EXPECT_EQ(query("SELECT * FROM mine", other), "3");
  EXPECT_EQ(runs, 3) << "another sender's";
  act([] { return remove("item", 3, ""); });
  EXPECT_EQ(runs, 5) << "both senders'";
}

TEST_F(Views, TellTheirSubscribers) {
  publish();
  show_third();
  subscribe(other, {"SELECT * FROM mine"});
  put("item", 3, "");
  EXPECT_EQ(take_told(), "0:+3;");
}

TEST_F(Views, ThatNobodyAsksForAreForgotten) {
  publish();
  show_third();
  query("SELECT * FROM mine");
  ASSERT_TRUE(database.advance(std::chrono::minutes(9)));
  put("item", 3, "");
  EXPECT_EQ(runs, 2);
  ASSERT_TRUE(database.advance(std::chrono::minutes(1)));
  act([] { return remove("item", 3, ""); });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(query("SELECT * FROM mine"), "");
  EXPECT_EQ(runs, 3);
}

TEST_F(Views, ThatFailUndoTheTransaction) {
  publish();
  show_third();
  query("SELECT * FROM mine");
  bodies().views[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) -> std::int32_t { stdb_trap(); };
  const CallOutcome outcome = put("item", 3, "");
  EXPECT_EQ(outcome.status, CallStatus::trapped);
  EXPECT_EQ(outcome.trap_reason, "view mine failed when it was run again: the module trapped");
  EXPECT_EQ(*database.row_count("item"), 0u);
  bodies().procedures[1] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    EXPECT_EQ(start_transaction(), STDB_OK);
    EXPECT_EQ(insert("item", item_row(3, "")), STDB_OK);
    return stdb_procedure_commit_mut_tx();
  };
  const auto rested = database.call_procedure("rest", ByteView());
  ASSERT_TRUE(rested);
  EXPECT_EQ(rested->status, CallStatus::trapped);
  EXPECT_NE(rested->trap_reason.find("runtime error calling procedure_commit_mut_tx"), std::string::npos);
  EXPECT_EQ(*database.row_count("item"), 0u);
  show_third();
  EXPECT_TRUE(put("item", 3, "").is_committed());
  EXPECT_EQ(query("SELECT * FROM mine"), "3");
}

TEST_F(Views, CannotBeAskedForWhenTheyFail) {
  publish();
  bodies().views[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) { return 9; };
  EXPECT_NE(query("SELECT * FROM mine").find("fatal error"), std::string::npos);
}

}  // namespace
}  // namespace stdb::host::test
