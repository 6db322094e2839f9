// tests/unit/host/store_test.cpp: rows, indexes, sequences and transactions.
#include "store/store.hpp"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

#include "support.hpp"

namespace stdb::host::test {
namespace {

// Keys of a test that stand for themselves: slot n has the n-th.
class Keys : public KeySource {
 public:
  explicit Keys(std::vector<Bytes> keys) : keys_(std::move(keys)) {}
  void write_key(Slot slot, Bytes& out) const override {
    out.insert(out.end(), keys_[slot].begin(), keys_[slot].end());
  }
  const Bytes& operator[](Slot slot) const { return keys_[slot]; }

 private:
  std::vector<Bytes> keys_;
};

std::vector<Slot> slots_between(const SortedIndex& index, SortedIndex::Place first, SortedIndex::Place last) {
  std::vector<Slot> slots;
  for (auto place = first; place != last; place = index.next(place)) slots.push_back(index.slot_at(place));
  return slots;
}

TEST(SortedIndex, HoldsWhatAMapHolds) {
  std::mt19937 random(7);
  // Long keys that share their first eight bytes, in part with each other, none the start of another.
  std::vector<Bytes> all;
  for (std::uint32_t number = 0; number < 3000; ++number) {
    all.push_back(join({from_hex("0011223344556677"),
                        {static_cast<std::uint8_t>(number % 7)},
                        {static_cast<std::uint8_t>(number / 7 >> 8), static_cast<std::uint8_t>(number / 7)}}));
    if (number % 3 == 0) all.back()[0] = static_cast<std::uint8_t>(number);
    if (number % 5 == 0) all.back() = all[number / 2];  // equal keys
  }
  const Keys keys(all);
  SortedIndex index(keys);
  std::set<std::pair<Bytes, Slot>> model;
  for (int step = 0; step < 20'000; ++step) {
    const auto slot = static_cast<Slot>(random() % all.size());
    const std::pair entry{keys[slot], slot};
    if (model.erase(entry) != 0) {
      index.erase(keys[slot], slot);
    } else {
      model.insert(entry);
      index.insert(keys[slot], slot);
    }
    if (step % 1000 != 0) continue;
    std::vector<Slot> expected;
    for (const auto& [key, held] : model) expected.push_back(held);
    ASSERT_EQ(slots_between(index, index.begin(), index.end()), expected) << "step " << step;
    ASSERT_EQ(index.size(), model.size());
    // Every key as a bound.
    const Bytes& bound = keys[static_cast<Slot>(random() % all.size())];
    const auto first = index.find(bound, false);
    const auto after = index.find(bound, true);
    expected.clear();
    for (const auto& [key, held] : model) {
      if (key == bound) expected.push_back(held);
    }
    ASSERT_EQ(slots_between(index, first, after), expected);
  }
}

// Entries in one index, others in a second one that it absorbs: a few, more than a leaf, beyond the last, and none.
TEST(SortedIndex, AbsorbsAnother) {
  std::mt19937 random(3);
  for (const std::size_t key_size : {2U, 4U, 11U}) {
    std::vector<Bytes> all;
    for (int number = 0; number < 6000; ++number) {
      Bytes key(key_size, 0);
      for (std::size_t at = key_size - 2; at < key_size; ++at) key[at] = static_cast<std::uint8_t>(random() % 256);
      all.push_back(std::move(key));
    }
    if (key_size == 4) std::ranges::sort(all);
    const Keys keys(all);
    SortedIndex index(keys);
    SortedIndex other(keys);
    std::set<std::pair<Bytes, Slot>> model;
    Slot next = 0;
    for (const Slot count : {700U, 0U, 1U, 3U, 300U, 1U, 2000U, 2500U, 5U}) {
      for (const Slot end = next + count; next < end; ++next) {
        other.insert(keys[next], next);
        model.emplace(keys[next], next);
      }
      index.absorb(other);
      EXPECT_EQ(other.size(), 0u);
      EXPECT_EQ(other.begin(), other.end());
      ASSERT_EQ(index.size(), model.size());
      std::vector<Slot> expected;
      for (const auto& [key, slot] : model) expected.push_back(slot);
      ASSERT_EQ(slots_between(index, index.begin(), index.end()), expected) << count << " of " << key_size;
      // The first keys of leaves are known: every entry can be found, and taken out.
      const auto gone = static_cast<Slot>(random() % next);
      index.erase(keys[gone], gone);
      model.erase({keys[gone], gone});
      index.insert(keys[gone], gone);
      model.emplace(keys[gone], gone);
    }
  }
}

TEST(SortedIndex, ABoundMayBeTheStartOfKeys) {
  const Keys keys({{1, 1}, {1, 2}, {2, 1}, {2, 2}, {3, 1}});
  SortedIndex index(keys);
  for (Slot slot = 0; slot < 5; ++slot) index.insert(keys[slot], slot);
  EXPECT_EQ(slots_between(index, index.find(Bytes{2}, false), index.find(Bytes{2}, true)), (std::vector<Slot>{2, 3}));
  EXPECT_EQ(slots_between(index, index.find(Bytes{}, false), index.find(Bytes{}, true)),
            (std::vector<Slot>{0, 1, 2, 3, 4}));
}

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
  insert(person(9, "new", 1));   // takes the place of a deleted row
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
  const auto ages = [&](Index::Entries entries) {
    std::vector<int> found;
    by_age.each(entries, [&](Slot slot) { found.push_back(table().row_at(slot)->bytes().back()); });
    return found;
  };
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
