// sdk/host/src/store/read_set.hpp: what was read of the tables, and whether a transaction has changed it.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "store/table.hpp"

namespace stdb::host {

// Rows of one table, in sum. Borrowed.
struct TableChange {
  Table* table;
  std::vector<ByteView> inserted;
  std::vector<ByteView> deleted;
};

// What a view has read: whole tables, and the rows of single values of indexes (host-abi 6.8).
class ReadSet {
 public:
  void add(const Table& table) { parts_[&table].is_whole = true; }
  // `key`: of all columns of the index.
  void add(const Table& table, const Index& index, Bytes key) { parts_[&table].points[&index].insert(std::move(key)); }

  // Whether what was read may be another now.
  bool is_hit_by(const std::vector<TableChange>& changes) const;

 private:
  struct Part {
    bool is_whole = false;
    std::map<const Index*, std::set<Bytes>> points;
  };

  static bool is_hit_by(const Part& part, const std::vector<ByteView>& rows);

  std::map<const Table*, Part> parts_;
};

}  // namespace stdb::host
