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
// forgets them all at once, and a scan gives them first, as servers do. Older rows that it deletes stay here until it
// commits, and are passed over.
class Index final : private KeySource {
 public:
  Index(std::uint32_t id, const IndexDef& def, const Table& table);
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  std::uint32_t id() const { return id_; }
  const IndexDef& def() const { return *def_; }
  // Of the entries, those of rows that the open transaction has deleted included.
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

  // Calls `visit` with the slot of each entry whose row is not deleted.
  template <class Visit>
  void each(const Entries& entries, Visit visit) const {
    for (auto at = entries.own.first; at != entries.own.last; at = own_.next(at)) visit(own_.slot_at(at));
    const bool has_gone = has_gone_rows();
    for (auto at = entries.committed.first; at != entries.committed.last; at = committed_.next(at)) {
      const Slot slot = committed_.slot_at(at);
      if (!has_gone || !is_gone(slot)) visit(slot);
    }
  }

  // For the table. A row that is put in: first a unique index says which row has its key, RowSet::none if none has;
  // then it goes to the slot. Rows must stand in the table while they are in the index.
  Slot prepare_insert(ByteView row);
  void insert_prepared(Slot slot);
  // Of a row that the transaction has put in.
  void erase_own(ByteView row, Slot slot);
  // When the transaction ends. Rows that it has deleted go before its own come in: a unique key may be of both.
  void erase_committed(std::span<const Slot> slots) { committed_.erase_all(slots); }
  void keep_own() { committed_.absorb(own_); }
  void drop_own() { own_.clear(); }

 private:
  void write_key(Slot slot, Bytes& out) const override;
  std::size_t append_value(const AlgebraicType& type, ByteView value, Bytes& out) const;
  bool has_gone_rows() const;
  bool is_gone(Slot slot) const;
  Slot find_committed(ByteView key) const;

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
