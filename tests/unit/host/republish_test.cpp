// tests/unit/host/republish_test.cpp: a module published over another, and databases saved and restored.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

#include "base/little_endian.hpp"
#include "native_guest.hpp"
#include "store/row_set.hpp"

namespace stdb::host::test {
namespace {

namespace json = boost::json;

class Republish : public testing::Test {
 protected:
  Republish() { bodies() = Bodies(); }
  ~Republish() override { bodies() = Bodies(); }

  // Each module must outlive the database.
  std::unique_ptr<GuestModule> native(const V10& module) {
    descriptions.push_back(module.encode());
    definitions.push_back(functions_definition(descriptions.back()));
    return native_module(definitions.back());
  }

  void publish_first(const V10& module = functions_module()) {
    const auto published = database.publish(native(module), Timestamp{1000});
    ASSERT_TRUE(published) << published.error().text;
    bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
      EXPECT_EQ(insert("item", item_row(5, "one")), STDB_OK);
      return insert("item", item_row(0, "drawn"));
    };
    ASSERT_TRUE(database.call("act", ByteView())->is_committed());
  }

  // Why it cannot be published over what is there; empty: it was.
  std::string publish_over(const V10& module) {
    const auto published = database.publish(native(module), Timestamp{2000});
    if (published) return "";
    EXPECT_EQ(published.error().kind, ErrorKind::cannot_migrate);
    return published.error().text;
  }

  std::vector<Bytes> rows(std::string_view table = "item") {
    std::vector<Bytes> all;
    const auto found = database.rows(table);
    for (const ByteView row : *found) all.emplace_back(row.begin(), row.end());
    std::ranges::sort(all);
    return all;
  }

  std::deque<Bytes> descriptions;
  std::deque<stdb_module_definition> definitions;
  Database database;
};

TEST_F(Republish, KeepsRowsAndSequences) {
  publish_first();
  const auto before = rows();
  EXPECT_EQ(before.size(), 2u);
  EXPECT_EQ(publish_over(functions_module()), "");
  EXPECT_EQ(rows(), before);
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    return insert("item", item_row(0, "later"));
  };
  ASSERT_TRUE(database.call("act", ByteView())->is_committed());
  EXPECT_EQ(rows().size(), 3u);
}

TEST_F(Republish, GivesNewColumnsTheirDefaults) {
  publish_first();
  V10 next = functions_module();
  next.members(0).push_back({{"name", {{"some", "more"}}}, {"algebraic_type", plain("U8")}});
  EXPECT_EQ(publish_over(next),
            "Errors occurred:\nAdding a column more to table item requires a default value annotation");
  next.section("Tables").at(0).as_object()["default_values"] = json::array{{{"col_id", 2}, {"value", "07"}}};
  EXPECT_EQ(publish_over(next), "");
  ASSERT_EQ(rows().size(), 2u);
  EXPECT_EQ(rows()[1], join({item_row(5, "one"), {7}}));
}

TEST_F(Republish, RefusesWhatWouldLoseRows) {
  publish_first();
  const auto before = rows();
  V10 next = functions_module();
  next.members(0).pop_back();
  EXPECT_EQ(publish_over(next), "Errors occurred:\nRemoving a column text from table item requires a manual migration");
  next = functions_module();
  next.members(0).at(1).as_object()["algebraic_type"] = plain("U32");
  EXPECT_EQ(publish_over(next),
            "Errors occurred:\nChanging the type of column text in table item from String to u32 requires a manual "
            "migration");
  next = functions_module();
  next.section("Tables").at(0).as_object()["is_event"] = true;
  EXPECT_EQ(publish_over(next), "Errors occurred:\nChanging the event flag of table item requires a manual migration");
  EXPECT_EQ(rows(), before);
  EXPECT_TRUE(database.call("act", ByteView())) << "the old module is still there";
}

TEST_F(Republish, RefusesToRemoveAColumnBeforeOthers) {
  V10 with_more = functions_module();
  json::array& columns = with_more.members(0);
  columns.insert(columns.begin() + 1, json::object{{"name", {{"some", "more"}}}, {"algebraic_type", plain("U8")}});
  ASSERT_TRUE(database.publish(native(with_more), Timestamp{1000}));
  EXPECT_EQ(
      publish_over(functions_module()),
      "Errors occurred:\nRemoving a column more from table item requires a manual migration\nReordering table item "
      "requires a manual migration");
}

TEST_F(Republish, RemovesTablesThatAreEmpty) {
  V10 with_more = functions_module();
  with_more.table("more", 0);
  publish_first(with_more);
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) { return insert("more", item_row(1, "")); };
  ASSERT_TRUE(database.call("act", ByteView())->is_committed());
  EXPECT_EQ(
      publish_over(functions_module()),
      "Cannot remove table `more`: table contains data. Clear the table's rows (e.g. via a reducer) before removing "
      "it from your schema.");
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    std::uint64_t deleted = 0;
    return stdb_datastore_clear(table_id("more"), &deleted);
  };
  ASSERT_TRUE(database.call("act", ByteView())->is_committed());
  EXPECT_EQ(publish_over(functions_module()), "");
  EXPECT_FALSE(database.rows("more"));
}

TEST_F(Republish, WidensSumsWhereNothingMoves) {
  const auto module_of = [](Members cases) {
    V10 module = functions_module();
    module.sum("State", cases);
    module.members(0).push_back({{"name", {{"some", "state"}}}, {"algebraic_type", ref_json(3)}});
    return module;
  };
  const json::value byte = plain("U8");
  const auto published = database.publish(native(module_of({{"on", byte}, {"off", byte}})), Timestamp{1});
  ASSERT_TRUE(published) << published.error().text;
  EXPECT_EQ(publish_over(module_of({{"on", byte}, {"off", byte}, {"broken", byte}})), "");
  EXPECT_NE(publish_over(module_of({{"on", byte}, {"off", byte}})).find(", with fewer variants,"), std::string::npos);
  EXPECT_NE(publish_over(module_of({{"on", byte}, {"away", byte}, {"broken", byte}})).find(", with a renamed variant,"),
            std::string::npos);
  EXPECT_NE(publish_over(module_of({{"on", plain("U64")}, {"off", byte}, {"broken", byte}}))
                .find("Changing a type within column state"),
            std::string::npos);
}

TEST_F(Republish, HoldsRowsToNewConstraints) {
  publish_first();
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    return insert("item", item_row(9, "one"));
  };
  ASSERT_TRUE(database.call("act", ByteView())->is_committed());
  V10 next = functions_module();
  json::object& table = next.section("Tables").at(0).as_object();
  json::object index = table.at("indexes").as_array().at(0).as_object();
  json::object constraint = table.at("constraints").as_array().at(0).as_object();
  index["source_name"] = json::value{{"some", "item_text_idx_btree"}};
  index["algorithm"] = json::value{{"BTree", json::array{1}}};
  constraint["data"] = json::value{{"Unique", {{"columns", json::array{1}}}}};
  table.at("indexes").as_array().push_back(index);
  table.at("constraints").as_array().push_back(constraint);
  EXPECT_NE(publish_over(next).find("rows of table item clash in a unique constraint"), std::string::npos);
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    std::uint64_t deleted = 0;
    return stdb_datastore_clear(table_id("item"), &deleted);
  };
  ASSERT_TRUE(database.call("act", ByteView())->is_committed());
  EXPECT_EQ(publish_over(next), "");
}

TEST_F(Republish, RefusesSequencesOverTheirValues) {
  V10 without = functions_module();
  without.section("Tables").at(0).as_object()["sequences"] = json::array();
  publish_first(without);
  EXPECT_EQ(publish_over(functions_module()),
            "Precheck failed: added sequence item_id_seq already has values in range");
}

TEST_F(Republish, DisconnectsClientsThatWouldNotKnowTheTables) {
  publish_first();
  bodies().views[0] = [](const stdb_call&, std::uint32_t, std::uint32_t sink) {
    write_all(sink, number<std::uint32_t>(0));
    return STDB_OK;
  };
  const auto client = database.connect(Identity());
  ASSERT_TRUE(client);
  bool is_told = false;
  ASSERT_TRUE(database.subscribe(client->caller, {"SELECT * FROM mine"},
                                 [&](const std::vector<QueryUpdate>&) { is_told = true; }));
  EXPECT_EQ(publish_over(functions_module()), "");
  EXPECT_TRUE(database.set_claims(client->caller.connection, "{}")) << "still open";
  V10 next = functions_module();
  next.table("more", 0);
  EXPECT_EQ(publish_over(next), "");
  EXPECT_TRUE(database.set_claims(client->caller.connection, "{}")) << "more tables harm nobody";
  EXPECT_EQ(publish_over(functions_module()), "");
  EXPECT_FALSE(database.set_claims(client->caller.connection, "{}"));
  EXPECT_FALSE(is_told);
}

TEST_F(Republish, GoesOnWaitingForScheduledRows) {
  publish_first();
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    return insert("timer", interval_row(1, 1'000'000));
  };
  ASSERT_TRUE(database.call("act", ByteView())->is_committed());
  EXPECT_EQ(database.next_due(), Timestamp{1'001'000});
  EXPECT_EQ(publish_over(functions_module()), "");
  EXPECT_EQ(database.next_due(), Timestamp{1'001'000});
  EXPECT_EQ(database.advance(std::chrono::seconds(1))->calls.size(), 1u);
}

using Snapshots = Republish;

TEST_F(Snapshots, BringADatabaseBack) {
  publish_first();
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    return insert("timer", time_row(1, 5'000));
  };
  ASSERT_TRUE(database.call("act", ByteView())->is_committed());
  const auto items = rows();
  const Bytes saved = *database.save();
  EXPECT_EQ(saved, *database.save());

  database = Database();
  EXPECT_FALSE(database.save()) << "nothing is published";
  ASSERT_TRUE(database.restore(saved, native(functions_module())));
  EXPECT_EQ(rows(), items);
  EXPECT_EQ(database.now(), Timestamp{1000});
  EXPECT_EQ(database.next_due(), Timestamp{5000});
  EXPECT_EQ(*database.save(), saved);
  EXPECT_EQ(database.restore(saved, native(functions_module())).error().kind, ErrorKind::already_published);
}

TEST_F(Snapshots, AreHeldToTheModule) {
  publish_first();
  const Bytes saved = *database.save();
  V10 next = functions_module();
  next.members(0).pop_back();
  database = Database();
  EXPECT_EQ(database.restore(saved, native(next)).error().kind, ErrorKind::cannot_migrate);
  EXPECT_EQ(database.save().error().kind, ErrorKind::not_published) << "nothing has happened";
}

TEST_F(Snapshots, AreNotTrusted) {
  publish_first();
  const Bytes saved = *database.save();
  const auto error_of = [&](const Bytes& bytes) {
    Database restored;
    const auto done = restored.restore(bytes, native(functions_module()));
    return done ? "restored" : done.error().text;
  };
  EXPECT_EQ(error_of({}), "this is no snapshot that can be restored: it does not begin as one of this version");
  for (std::size_t at = 0; at < saved.size(); ++at) {
    Bytes bad = saved;
    bad[at] ^= 1;
    EXPECT_NE(error_of(bad), "restored") << at;
    // With the right sum it may be another snapshot; it must not be more than that.
    store(bad.data() + bad.size() - 8, content_hash(ByteView(bad).first(bad.size() - 8)));
    error_of(bad);
    if (at + 8 >= saved.size()) continue;
    Bytes cut(saved.begin(), saved.begin() + static_cast<std::ptrdiff_t>(at));
    EXPECT_NE(error_of(cut), "restored") << at;
    append(cut, content_hash(cut));
    EXPECT_NE(error_of(cut), "restored") << at;
  }
}

}  // namespace
}  // namespace stdb::host::test
