// tests/unit/host/sorted_index_test.cpp: the sorted list that indexes are made of.
#include "store/sorted_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
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
// Then most are erased together.
TEST(SortedIndex, AbsorbsAnotherAndErasesMany) {
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
    // More than a block of entries at once, in no order.
    std::vector<Slot> gone(next);
    std::iota(gone.begin(), gone.end(), Slot{0});
    std::ranges::shuffle(gone, random);
    gone.resize(next - 700);
    index.erase_all(gone);
    for (const Slot slot : gone) model.erase({keys[slot], slot});
    std::vector<Slot> left;
    for (const auto& [key, slot] : model) left.push_back(slot);
    ASSERT_EQ(slots_between(index, index.begin(), index.end()), left) << "keys of " << key_size;
    ASSERT_EQ(index.size(), 700u);
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

}  // namespace
}  // namespace stdb::host::test
