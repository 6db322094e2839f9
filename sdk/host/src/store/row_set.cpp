// sdk/host/src/store/row_set.cpp: which slot holds a row of some content.
#include "store/row_set.hpp"

#include <functional>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace stdb::host {

std::uint64_t content_hash(ByteView row) { return std::hash<std::string_view>()(as_text(row)); }

void RowSet::insert(std::uint64_t hash, Slot slot) {
  if ((used_ + 1) * 4 > entries_.size() * 3) grow();
  std::size_t at = hash & mask();
  while (entries_[at].slot != none && entries_[at].slot != erased) at = (at + 1) & mask();
  if (entries_[at].slot == none) ++used_;
  entries_[at] = {static_cast<std::uint32_t>(hash), slot};
  ++live_;
}

void RowSet::erase(std::uint64_t hash, Slot slot) {
  std::size_t at = hash & mask();
  while (entries_[at].slot != slot) at = (at + 1) & mask();
  entries_[at].slot = erased;
  --live_;
}

void RowSet::grow() {
  std::size_t size = 16;
  while (size < live_ * 2 + 2) size *= 2;
  const auto old_entries = std::exchange(entries_, std::vector<Entry>(size));
  used_ = live_;
  for (const Entry& entry : old_entries) {
    if (entry.slot == none || entry.slot == erased) continue;
    std::size_t at = entry.tag & mask();
    while (entries_[at].slot != none) at = (at + 1) & mask();
    entries_[at] = entry;
  }
}

}  // namespace stdb::host
