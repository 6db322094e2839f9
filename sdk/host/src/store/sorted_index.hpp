// sdk/host/src/store/sorted_index.hpp: keys in order, each with the slot of its row.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "stdb/host/bytes.hpp"

namespace stdb::host {

using Slot = std::uint32_t;  // where a row stands in its table

// Writes the sort key of a row that stands in the table.
class KeySource {
 public:
  virtual void write_key(Slot slot, Bytes& out) const = 0;

 protected:
  ~KeySource() = default;
};

// A sorted list of (sort key, slot), cut into leaves of a few kilobytes. Of each key only the first eight bytes are
// kept here; keys that agree in them are told apart by asking `source`, which reads the row. Equal keys stand by slot,
// so the order is the same on every run. Finding costs two binary searches; inserting and erasing move at most one leaf
// and a pointer for each leaf (at a million rows some 30 KiB, rarely). No key may be the start of another
// (append_sort_key sees to that).
class SortedIndex {
 public:
  // `source` must outlive the index.
  explicit SortedIndex(const KeySource& source) : source_(&source) {}

  // A place between entries.
  struct Place {
    std::size_t leaf = 0;
    std::size_t at = 0;
    auto operator<=>(const Place&) const = default;
  };

  // The entries from `first` up to `last`.
  struct Range {
    Place first;
    Place last;
  };

  std::size_t size() const { return size_; }

  void insert(ByteView key, Slot slot);
  // The same for a key that no entry has, at the place that find gave for it.
  void insert_at(Place place, ByteView key, Slot slot);
  void erase(ByteView key, Slot slot);          // of an entry that is there
  void erase_all(std::span<const Slot> slots);  // of entries that are there

  // Takes over all entries of another index of the same source, which is empty then. Each leaf is moved once, however
  // many entries it gets.
  void absorb(SortedIndex& other);
  void clear();

  // The place before the first entry whose key is not below `bound`, or with `after_equal` not below or equal. A bound
  // may be the start of keys (their first columns); keys that begin with it count as equal.
  Place find(ByteView bound, bool after_equal) const;

  // The entries whose key is `key` or begins with it. One or none cost one search.
  Range equal_to(ByteView key) const;

  // Whether the key of the entry at a place, which is not the end, is `key` or begins with it.
  bool matches(Place place, ByteView key) const;

  Place begin() const { return {}; }
  Place end() const { return {leaves_.size(), 0}; }

  // Of a place that is not the end.
  Slot slot_at(Place place) const { return leaves_[place.leaf]->slots[place.at]; }
  Place next(Place place) const {
    return place.at + 1 < leaves_[place.leaf]->count ? Place{place.leaf, place.at + 1} : Place{place.leaf + 1, 0};
  }

 private:
  static constexpr std::uint32_t leaf_capacity = 256;  // 3 KiB: a leaf is moved within the first-level cache

  struct Leaf {
    std::uint32_t count = 0;
    std::uint64_t prefixes[leaf_capacity];
    Slot slots[leaf_capacity];
  };

  struct Entry {
    std::uint64_t prefix;
    Slot slot;
  };

  // What is searched for.
  struct Probe {
    ByteView key;
    std::uint64_t prefix;
    std::uint64_t mask;  // the bits of a prefix that the key covers
  };

  static Probe probe_of(ByteView key);
  int compare(std::uint64_t prefix, Slot slot, const Probe& probe) const;  // entry against probe
  template <class Before>
  Place partition(Before before) const;
  Place place_of(ByteView key, Slot slot) const;
  Place place_of(Entry entry) const;
  void erase_at(Place place);
  void erase_block(std::span<const Slot> slots);
  bool is_before(Entry left, Entry right) const;
  std::unique_ptr<Leaf> new_leaf();
  void note_first(std::size_t leaf);
  void split(std::size_t leaf);
  void join_if_sparse(std::size_t leaf);
  std::size_t leaf_for(Entry entry, std::size_t from) const;
  void absorb(const Leaf& given);
  void absorb(const Leaf& given, std::uint32_t first, std::uint32_t last, std::size_t leaf);
  void merge(const Leaf& given, std::uint32_t first, std::uint32_t last, std::size_t leaf);

  const KeySource* source_;
  std::vector<std::unique_ptr<Leaf>> leaves_;  // none is empty
  // The first entry of each leaf, side by side, so that the search for the leaf stays in few cache lines.
  std::vector<Entry> firsts_;
  std::unique_ptr<Leaf> spare_;  // of an index that was cleared: those of transactions come and go
  std::size_t size_ = 0;
  bool has_long_keys_ = false;  // some key was longer than its prefix
  mutable Bytes scratch_;
  mutable Bytes other_scratch_;
};

}  // namespace stdb::host
