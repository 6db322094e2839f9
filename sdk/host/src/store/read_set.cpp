// sdk/host/src/store/read_set.cpp: what was read of the tables, and whether a transaction has changed it.
#include "store/read_set.hpp"

#include <algorithm>

namespace stdb::host {

bool ReadSet::is_hit_by(const Part& part, const std::vector<ByteView>& rows) {
  if (part.is_whole) return !rows.empty();
  Bytes key;
  return std::ranges::any_of(rows, [&](ByteView row) {
    return std::ranges::any_of(part.points, [&](const auto& point) {
      key.clear();
      point.first->append_key(row, key);
      return point.second.contains(key);
    });
  });
}

bool ReadSet::is_hit_by(const std::vector<TableChange>& changes) const {
  return std::ranges::any_of(changes, [&](const TableChange& change) {
    const auto part = parts_.find(change.table);
    if (part == parts_.end()) return false;
    return is_hit_by(part->second, change.inserted) || is_hit_by(part->second, change.deleted);
  });
}

}  // namespace stdb::host
