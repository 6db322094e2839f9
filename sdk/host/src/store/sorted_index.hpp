// sdk/host/src/store/sorted_index.hpp: keys in order, each with the slot of its row.
#pragma once

#include <cstdint>
#include <memory>
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
    bool operator==(const Place&) const = default;
  };

  std::size_t size() const { return size_; }

  void insert(ByteView key, Slot slot);
  // The same for a key that no entry has, at the place that find gave for it.
  void insert_at(Place place, ByteView key, Slot slot);
  void erase(ByteView key, Slot slot);  // of an entry that is there

  // The place before the first entry whose key is not below `bound`, or with `after_equal` not below or equal. A bound
  // may be the start of keys (their first columns); keys that begin with it count as equal.
  Place find(ByteView bound, bool after_equal) const;

  // The place behind the entries with the key, the first of which is at `first` if there are any: find(key, true), but
  // without a search where there is one or none.
  Place find_end(Place first, ByteView key) const;

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
  static constexpr std::size_t leaf_capacity = 256;  // 3 KiB: a leaf is moved within the first-level cache

  struct Leaf {
    std::uint32_t count = 0;
    std::uint64_t prefixes[leaf_capacity];
    Slot slots[leaf_capacity];
  };

  // The first entry of a leaf, beside the others', so that the search for the leaf stays in few cache lines.
  struct First {
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
  void note_first(std::size_t leaf);
  void split(std::size_t leaf);
  void join_if_sparse(std::size_t leaf);

  const KeySource* source_;
  std::vector<std::unique_ptr<Leaf>> leaves_;  // none is empty
  std::vector<First> firsts_;                  // of each leaf
  std::size_t size_ = 0;
  mutable Bytes scratch_;
};

}  // namespace stdb::host
