// sdk/host/src/store/row_set.hpp: which slot holds a row of some content.
#pragma once

#include <cstdint>
#include <vector>

#include "stdb/host/bytes.hpp"
#include "store/sorted_index.hpp"

namespace stdb::host {

std::uint64_t content_hash(ByteView row);

// Slots by a hash of their rows' content, open addressing with linear probing; eight bytes an entry, at most three
// quarters full. The table compares the contents.
class RowSet {
 public:
  // Calls `is_wanted` with each slot whose row may have this hash, until it says yes; that slot, or `none`.
  template <class IsWanted>
  Slot find(std::uint64_t hash, IsWanted is_wanted) const {
    if (entries_.empty()) return none;
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      const Entry& entry = entries_[at];
      if (entry.slot == none) return none;
      if (entry.slot != erased && entry.tag == static_cast<std::uint32_t>(hash) && is_wanted(entry.slot)) {
        return entry.slot;
      }
    }
  }

  void insert(std::uint64_t hash, Slot slot);
  void erase(std::uint64_t hash, Slot slot);

  static constexpr Slot none = 0xFFFFFFFF;

 private:
  static constexpr Slot erased = 0xFFFFFFFE;

  struct Entry {
    std::uint32_t tag = 0;  // the low half of the hash, which also chooses the entry
    Slot slot = none;
  };

  std::size_t mask() const { return entries_.size() - 1; }
  void grow();

  std::vector<Entry> entries_;  // a power of two, at most 2^32
  std::size_t used_ = 0;        // erased ones included
  std::size_t live_ = 0;
};

}  // namespace stdb::host
