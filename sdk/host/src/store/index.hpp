// sdk/host/src/store/index.hpp: one index of a table.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stdb/host/profile.hpp"
#include "stdb/host/schema.hpp"
#include "store/key_form.hpp"
#include "store/row_set.hpp"
#include "store/sorted_index.hpp"

namespace stdb::host {

class Table;

// The columns, and their values in order. Point lookups and ranges cost a binary search, whatever the index's
// algorithm; a hash index differs only in refusing ranges.
//
// Rows that the open transaction has put in are indexed apart from those of committed ones until it commits: a rollback
// forgets them all at once, and a scan gives them first, as servers do.
class Index final : private KeySource {
 public:
  Index(std::uint32_t id, const IndexDef& def, const Table& table);
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  std::uint32_t id() const { return id_; }
  const IndexDef& def() const { return *def_; }
  std::size_t size() const { return own_.size() + committed_.size(); }

  // The types that a range scan's prefix and bounds speak of: the columns', or, for a single column that is a product,
  // those of its members.
  const std::vector<const AlgebraicType*>& key_types() const { return key_types_; }

  // Appends the sort key of values of some of the key types, as a scan gives them. False when the bytes are not these
  // values, or are followed by more where servers of `profile` mind (key_form).
  bool read_key(ByteView values, std::span<const AlgebraicType* const> types, Profile profile, Bytes& out) const;

  // Appends the sort key of a row's bytes.
  void append_key(ByteView row, Bytes& out) const;

  // The slot of the first row with the key; RowSet::none if there is none.
  Slot find(ByteView key) const;

  // One end of a range. Entries of the key, and those that begin with it, are within unless it is excluded.
  struct Bound {
    ByteView key;
    bool is_excluded = false;
  };

  // Entries, good until the table changes.
  struct Entries {
    SortedIndex::Range own;
    SortedIndex::Range committed;
  };
  Entries equal_to(ByteView key) const;
  Entries between(Bound start, Bound end) const;
  Entries all() const { return {{own_.begin(), own_.end()}, {committed_.begin(), committed_.end()}}; }

  // Calls `visit` with the slot of each entry.
  template <class Visit>
  void each(const Entries& entries, Visit visit) const {
    for (auto at = entries.own.first; at != entries.own.last; at = own_.next(at)) visit(own_.slot_at(at));
    for (auto at = entries.committed.first; at != entries.committed.last; at = committed_.next(at)) {
      visit(committed_.slot_at(at));
    }
  }

  // For the table. A row that is put in: first a unique index says which row has its key, RowSet::none if none has;
  // then it goes to the slot. Rows must stand in the table while they are in the index.
  Slot prepare_insert(ByteView row);
  void insert_prepared(Slot slot);
  // Of a row that the transaction has put in, or of an older one.
  void erase(ByteView row, Slot slot, bool is_own);
  // An older row is back. Until keep_own it is among the transaction's own.
  void put_back(ByteView row, Slot slot) { own_.insert(key_of(row), slot); }
  // When the transaction ends.
  void keep_own() { committed_.absorb(own_); }
  void drop_own() { own_.clear(); }

 private:
  void write_key(Slot slot, Bytes& out) const override;
  std::size_t append_value(const AlgebraicType& type, ByteView value, Bytes& out) const;
  ByteView key_of(ByteView row);

  std::uint32_t id_;
  const IndexDef* def_;
  const Table* table_;
  std::vector<const AlgebraicType*> key_types_;
  KeyForm form_;
  SortedIndex own_;
  SortedIndex committed_;
  Bytes new_key_;                 // of the row that is being inserted
  SortedIndex::Place new_place_;  // in a unique index, where it will be
  Bytes scratch_;
};

}  // namespace stdb::host
