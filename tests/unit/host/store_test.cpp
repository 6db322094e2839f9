// tests/unit/host/store_test.cpp: rows, indexes, sequences and transactions.
#include "store/store.hpp"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

#include "support.hpp"

namespace stdb::host::test {
namespace {

// A database of the person module: id (primary key, generated), name, age (index).
class PersonStore : public testing::Test {
 protected:
  PersonStore() { store.create_tables(module, Profile::v2); }

  static Bytes person(std::uint64_t id, std::string_view name, std::uint8_t age) {
    return join({number(id), string(name), {age}});
  }

  Change insert(const Bytes& row) {
    Slot slot = 0;
    return store.insert(table(), row, slot);
  }

  Table& table() { return store.tables()[0]; }

  std::vector<Bytes> rows() {
    std::vector<Bytes> found;
    for (Slot slot = 0; slot < table().slot_count(); ++slot) {
      if (const Row* row = table().row_at(slot)) found.emplace_back(row->bytes().begin(), row->bytes().end());
    }
    return found;
  }

  // Of entries of the index of ages, in its order.
  std::vector<int> ages(Index::Entries entries) {
    std::vector<int> found;
    table().indexes()[1]->each(entries, [&](Slot slot) { found.push_back(table().row_at(slot)->bytes().back()); });
    return found;
  }

  ModuleDef module = read_or_fail(golden("module_a_v10"));
  Store store;
};

TEST_F(PersonStore, TheSameRowOnce) {
  store.begin();
  EXPECT_EQ(insert(person(1, "Ann", 30)), Change::made);
  EXPECT_EQ(insert(person(1, "Ann", 30)), Change::unchanged);
  EXPECT_EQ(insert(person(1, "Ann", 31)), Change::clash);
  EXPECT_EQ(insert(person(2, "Ann", 30)), Change::made);
  EXPECT_EQ(table().row_count(), 2u);
}

TEST_F(PersonStore, RollbackLeavesNoTrace) {
  store.begin();
  for (std::uint64_t id = 1; id <= 5; ++id) insert(person(id, "x", 7));
  store.commit();
  const auto before = rows();
  store.begin();
  store.remove(table(), 1);
  store.remove(table(), 3);
  insert(person(9, "new", 1));
  insert(person(2, "back", 2));  // the key of a deleted row
  insert(person(10, "more", 3));
  store.remove(table(), table().find(person(9, "new", 1)));
  store.remove(table(), 0);
  store.roll_back();
  EXPECT_EQ(rows(), before);
  EXPECT_EQ(table().row_count(), 5u);
  EXPECT_EQ(table().indexes()[1]->size(), 5u);
  EXPECT_NE(table().find(person(2, "x", 7)), RowSet::none);
  EXPECT_EQ(table().find(person(9, "new", 1)), RowSet::none);
}

// As servers give them: the transaction's own rows in order, then the others in order.
TEST_F(PersonStore, ScansGiveTheTransactionsOwnRowsFirst) {
  const Index& by_age = *table().indexes()[1];
  store.begin();
  for (std::uint64_t id = 1; id <= 4; ++id) insert(person(id, "x", static_cast<std::uint8_t>(10 * id)));
  store.commit();
  store.begin();
  insert(person(8, "y", 35));
  insert(person(9, "y", 5));
  insert(person(7, "y", 20));
  EXPECT_EQ(ages(by_age.all()), (std::vector<int>{5, 20, 35, 10, 20, 30, 40}));
  EXPECT_EQ(ages(by_age.between({Bytes{20}, true}, {Bytes{35}, false})), (std::vector<int>{35, 30}));
  EXPECT_EQ(ages(by_age.equal_to(Bytes{20})), (std::vector<int>{20, 20}));
  EXPECT_EQ(insert(person(9, "z", 5)), Change::clash);
  store.commit();
  EXPECT_EQ(ages(by_age.all()), (std::vector<int>{5, 10, 20, 20, 30, 35, 40}));
  store.begin();
  insert(person(11, "y", 1));
  store.roll_back();
  EXPECT_EQ(ages(by_age.all()), (std::vector<int>{5, 10, 20, 20, 30, 35, 40}));
}

// Deleted rows stay in the indexes until the commit, but no one sees them; their keys are free at once.
TEST_F(PersonStore, DeletedRowsAreSeenNoMore) {
  const Index& by_age = *table().indexes()[1];
  store.begin();
  for (std::uint64_t id = 1; id <= 4; ++id) insert(person(id, "x", static_cast<std::uint8_t>(10 * id)));
  store.commit();
  for (const bool is_kept : {false, true}) {
    store.begin();
    store.remove(table(), table().find(person(2, "x", 20)));
    store.remove(table(), table().find(person(3, "x", 30)));
    EXPECT_EQ(insert(person(3, "y", 35)), Change::made);
    EXPECT_EQ(ages(by_age.all()), (std::vector<int>{35, 10, 40}));
    EXPECT_EQ(ages(by_age.equal_to(Bytes{20})), std::vector<int>());
    EXPECT_EQ(table().find(person(2, "x", 20)), RowSet::none);
    EXPECT_EQ(table().rows().size(), 3u);
    EXPECT_EQ(table().row_count(), 3u);
    const auto changes = store.changes();
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].inserted.size(), 1u);
    EXPECT_EQ(changes[0].deleted.size(), 2u);
    if (is_kept) {
      store.commit();
    } else {
      store.roll_back();
      EXPECT_EQ(ages(by_age.all()), (std::vector<int>{10, 20, 30, 40}));
      EXPECT_EQ(table().row_count(), 4u);
    }
  }
  EXPECT_EQ(ages(by_age.all()), (std::vector<int>{10, 35, 40}));
  EXPECT_EQ(by_age.size(), 3u);
  EXPECT_EQ(table().slot_count(), 5u);
  store.begin();
  insert(person(5, "z", 50));
  insert(person(6, "z", 60));
  EXPECT_EQ(table().slot_count(), 5u) << "the slots of deleted rows are filled";
}

TEST_F(PersonStore, ManyDeletedRowsAreErasedTogether) {
  constexpr std::uint64_t count = 1000;
  const Index& by_age = *table().indexes()[1];
  store.begin();
  for (std::uint64_t id = 1; id <= count; ++id) insert(person(id, "x", static_cast<std::uint8_t>(id)));
  store.commit();
  for (const bool is_kept : {false, true}) {
    store.begin();
    for (Slot slot = 0; slot < count; ++slot) {
      if (slot % 100 != 7) store.remove(table(), slot);
    }
    EXPECT_EQ(table().row_count(), 10u);
    is_kept ? store.commit() : store.roll_back();
    EXPECT_EQ(table().row_count(), is_kept ? 10u : count);
  }
  EXPECT_EQ(by_age.size(), 10u);
  EXPECT_EQ(table().indexes()[0]->size(), 10u);
  // Rows in their slots are the transaction's own, and can go again.
  store.begin();
  for (std::uint64_t id = count; id > 0; --id) insert(person(id, "x", static_cast<std::uint8_t>(id)));
  EXPECT_EQ(table().row_count(), count);
  for (Slot slot = 0; slot < count; ++slot) store.remove(table(), slot);
  EXPECT_EQ(table().row_count(), 0u);
  store.roll_back();
  EXPECT_EQ(table().row_count(), 10u);
  EXPECT_EQ(table().slot_count(), count);
}

TEST_F(PersonStore, RandomTransactionsAgreeWithAModel) {
  std::mt19937 random(11);
  std::map<std::uint64_t, Bytes> committed;
  for (int transaction = 0; transaction < 300; ++transaction) {
    auto model = committed;
    store.begin();
    for (int step = 0; step < 20; ++step) {
      const std::uint64_t id = random() % 40;
      const Bytes row = person(id, random() % 2 == 0 ? "a" : "b", static_cast<std::uint8_t>(random() % 3));
      if (random() % 3 != 0) {
        const Change change = insert(row);
        const Change expected = !model.contains(id) ? Change::made
                                : model[id] == row  ? Change::unchanged
                                                    : Change::clash;
        ASSERT_EQ(change, expected);
        model.emplace(id, row);
      } else {
        const Slot slot = table().find(row);
        ASSERT_EQ(slot != RowSet::none, model.contains(id) && model[id] == row);
        if (slot == RowSet::none) continue;
        store.remove(table(), slot);
        model.erase(id);
      }
    }
    if (random() % 2 == 0) {
      store.commit();
      committed = std::move(model);
    } else {
      store.roll_back();
    }
    std::multiset<Bytes> expected;
    for (const auto& [id, row] : committed) expected.insert(row);
    const auto found = rows();
    ASSERT_EQ(std::multiset<Bytes>(found.begin(), found.end()), expected);
    for (const auto& index : table().indexes()) ASSERT_EQ(index->size(), committed.size());
  }
}

TEST_F(PersonStore, GeneratedColumnsAreThoseThatAreZero) {
  Bytes row = person(0, "Ann", 30);
  Bytes generated;
  table().generate(row, generated);
  EXPECT_EQ(row, person(1, "Ann", 30));
  EXPECT_EQ(generated, number<std::uint64_t>(1));
  generated.clear();
  row = person(555, "Ann", 30);
  table().generate(row, generated);
  EXPECT_EQ(row, person(555, "Ann", 30));
  EXPECT_TRUE(generated.empty());
}

// What three transactions draw, the second of which is rolled back.
std::vector<Bytes> drawn_by(Profile profile) {
  const ModuleDef module = read_or_fail(encode_module(person_module()), profile);
  Store store;
  store.create_tables(module, profile);
  std::vector<Bytes> drawn;
  for (int transaction = 0; transaction < 3; ++transaction) {
    store.begin();
    Bytes row = join({number(std::uint64_t{0}), string("Ann"), {30}});
    store.find_table("person")->generate(row, drawn.emplace_back());
    if (transaction == 1) {
      store.roll_back();
    } else {
      store.commit();
    }
  }
  return drawn;
}

TEST(Store, SequencesRollBackFromServersOf2xOn) {
  const auto values = [](std::initializer_list<std::uint64_t> expected) {
    std::vector<Bytes> bytes;
    for (const std::uint64_t value : expected) bytes.push_back(number(value));
    return bytes;
  };
  EXPECT_EQ(drawn_by(Profile::v2), values({1, 2, 2}));
  EXPECT_EQ(drawn_by(Profile::v1_2), values({1, 2, 3}));
}

TEST_F(PersonStore, RowsAreJudgedByTheirType) {
  std::string why;
  EXPECT_EQ(table().measure_row(person(1, "Ann", 30), why), 16u);
  EXPECT_EQ(table().measure_row(join({person(1, "Ann", 30), {1, 2, 3}}), why), 16u) << "what follows is ignored";
  EXPECT_FALSE(table().measure_row(Bytes(10, 0), why));
  EXPECT_EQ(why, "at byte 8: a value of 4 bytes, but 2 are left");
}

TEST(Store, RowsOfFixedSizeHaveNothingBehindThem) {
  const ModuleDef module = read_or_fail(encode_module(one_table_module("point", {{"x", "I32"}, {"y", "I32"}})));
  Store store;
  store.create_tables(module, Profile::v2);
  std::string why;
  EXPECT_EQ(store.tables()[0].measure_row(Bytes(8, 1), why), 8u);
  EXPECT_FALSE(store.tables()[0].measure_row(Bytes(9, 1), why));
  EXPECT_EQ(why, "a row of 8 bytes is followed by 1 more");
}

TEST(Store, TablesWithoutAUniqueIndexAreSetsToo) {
  const ModuleDef module = read_or_fail(encode_module(one_table_module("point", {{"x", "I32"}, {"y", "I32"}})));
  Store store;
  store.create_tables(module, Profile::v2);
  Table& table = store.tables()[0];
  store.begin();
  Slot slot = 0;
  for (std::uint64_t round = 0; round < 2; ++round) {
    for (std::uint64_t value = 0; value < 1000; ++value) {
      EXPECT_EQ(store.insert(table, number(value), slot), round == 0 ? Change::made : Change::unchanged);
    }
  }
  for (std::uint64_t value = 0; value < 1000; value += 2) store.remove(table, table.find(number(value)));
  EXPECT_EQ(table.row_count(), 500u);
  EXPECT_EQ(table.find(number<std::uint64_t>(2)), RowSet::none);
  EXPECT_NE(table.find(number<std::uint64_t>(3)), RowSet::none);
  store.roll_back();
  EXPECT_EQ(table.row_count(), 0u);
  // Rows that were there before the transaction.
  store.begin();
  store.insert(table, number<std::uint64_t>(7), slot);
  store.commit();
  store.begin();
  store.remove(table, slot);
  EXPECT_EQ(table.find(number<std::uint64_t>(7)), RowSet::none);
  EXPECT_EQ(store.insert(table, number<std::uint64_t>(7), slot), Change::made);
  store.remove(table, slot);
  store.roll_back();
  EXPECT_NE(table.find(number<std::uint64_t>(7)), RowSet::none);
  EXPECT_EQ(table.row_count(), 1u);
}

TEST(Store, EventTablesForgetAtCommit) {
  const ModuleDef module = read_or_fail(golden("module_c_v10"));
  Store store;
  store.create_tables(module, Profile::v2);
  Table& hit = *store.find_table("hit");
  store.begin();
  Slot slot = 0;
  EXPECT_EQ(store.insert(hit, Bytes(9, 1), slot), Change::made);
  EXPECT_EQ(hit.row_count(), 1u);
  store.commit();
  EXPECT_EQ(hit.row_count(), 0u);
}

TEST(Store, IdsStartWhereServersStart) {
  const ModuleDef module = read_or_fail(golden("module_c_v9_sched"));
  Store newer;
  newer.create_tables(module, Profile::v2);
  // In the order of names: player, tick.
  EXPECT_EQ(newer.find_table("player")->id(), 4096u);
  EXPECT_EQ(newer.find_table("tick")->id(), 4097u);
  EXPECT_EQ(newer.find_table(4096)->def().name, "player");
  EXPECT_EQ(newer.find_table(4095), nullptr);
  EXPECT_EQ(newer.find_table(4098), nullptr);
  EXPECT_EQ(newer.find_index("tick_scheduled_id_idx_btree")->index->id(), 4097u);
  EXPECT_FALSE(newer.find_index(4098));
  Store older;
  older.create_tables(module, Profile::v1_2);
  EXPECT_EQ(older.find_table("player")->id(), 4097u);
}

TEST(Sequence, WrapsAtItsEnds) {
  SequenceDef def;
  def.start = 254;
  def.max_value = 255;
  Sequence rising(def);
  EXPECT_EQ(rising.draw(), 254);
  EXPECT_EQ(rising.draw(), 255);
  EXPECT_EQ(rising.draw(), 1);
  def = {};
  def.start = -1;
  def.min_value = -2;
  def.max_value = 0;
  def.increment = -1;
  Sequence falling(def);
  EXPECT_EQ(falling.draw(), -1);
  EXPECT_EQ(falling.draw(), -2);
  EXPECT_EQ(falling.draw(), 0);
}

TEST(Sequence, NarrowColumnsCutTheValueDown) {
  boost::json::value description = one_table_module("tiny", {{"id", "U8"}, {"wide", "I256"}});
  first_table(description)["sequences"] = boost::json::array{sequence_json(0), sequence_json(1)};
  const ModuleDef module = read_or_fail(encode_module(description));
  Store store;
  store.create_tables(module, Profile::v2);
  Bytes generated;
  for (int drawn = 1; drawn <= 257; ++drawn) {
    Bytes row(33, 0);
    generated.clear();
    store.tables()[0].generate(row, generated);
    EXPECT_EQ(row[0], static_cast<std::uint8_t>(drawn));
    EXPECT_EQ(row[1], static_cast<std::uint8_t>(drawn));
    EXPECT_EQ(row[2], drawn >> 8);
    EXPECT_EQ(generated, row);
  }
}

}  // namespace
}  // namespace stdb::host::test
