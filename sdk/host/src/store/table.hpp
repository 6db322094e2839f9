// sdk/host/src/store/table.hpp: one table: rows as a set, with indexes and sequences.
#pragma once

#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "stdb/host/profile.hpp"
#include "stdb/host/schema.hpp"
#include "store/index.hpp"
#include "store/row.hpp"
#include "store/row_set.hpp"
#include "store/sequence.hpp"

namespace stdb::host {

// What became of an insert or update.
enum class Change : std::uint8_t {
  made,
  unchanged,  // the very same row was there
  clash,      // another row has the same value in a unique index
};

class Table {
 public:
  // `def` and `space` must outlive the table. Index ids are given from `next_index_id` on, which is moved.
  Table(std::uint32_t id, const TableDef& def, const Typespace& space, std::uint32_t& next_index_id);
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  std::uint32_t id() const { return id_; }
  const TableDef& def() const { return *def_; }
  const Typespace& space() const { return *space_; }
  const AlgebraicType& row_type() const { return *row_type_; }
  std::size_t row_count() const { return row_count_; }
  const std::vector<std::unique_ptr<Index>>& indexes() const { return indexes_; }

  // Slots run from 0 to slot_count() - 1; some are empty. In the order of slots rows stand as they were inserted,
  // except that the slots of rows that earlier transactions have deleted are filled first.
  std::size_t slot_count() const { return slots_.size(); }
  // Null where there is none, or one that the open transaction has deleted.
  const Row* row_at(Slot slot) const { return is_gone(slot) ? nullptr : slots_[slot]; }
  // Of rows that stand there: whether the open transaction has put it in, or deleted it.
  bool is_own(Slot slot) const { return states_[slot] == RowState::own; }
  bool is_gone(Slot slot) const { return has_gone_rows() && states_[slot] == RowState::gone; }
  void set_committed(Slot slot) { states_[slot] = RowState::committed; }
  // Of deleted rows too. Null also where the slot is beyond the last.
  const Row* slot_or_none(Slot slot) const { return slot < slots_.size() ? slots_[slot] : nullptr; }
  // All rows in that order, borrowed until the table changes.
  std::vector<ByteView> rows() const;

  // The bytes of the row that `bytes` begins with; none when they are no row, with the reason in `why`. Rows of fixed
  // size may have nothing after them, as on a server.
  std::optional<std::size_t> measure_row(ByteView bytes, std::string& why) const;

  // In the order of their columns.
  std::vector<Sequence>& sequences() { return sequences_; }

  // Draws a value for each generated column that is zero, writing it into the row. The bytes of these columns, one
  // after the other in the columns' order, are appended to `generated`.
  void generate(std::span<std::uint8_t> row, Bytes& generated);

  // Notes where the sequences are, and has them go back there.
  void keep_sequences() {
    for (Sequence& sequence : sequences_) sequence.keep();
  }
  void take_back_sequences() {
    for (Sequence& sequence : sequences_) sequence.go_back();
  }

  // Puts a row in, unless a unique index or the very same row stands against it. `slot` becomes its slot, or that of
  // the row that was there; `appended` whether the slot is a new one at the end.
  Change insert(ByteView row, Slot& slot, bool& appended);

  // Whether another row than the one at `old` has a value of `row` in a unique index besides `used`.
  bool clashes(ByteView row, Slot old, const Index& used) const;

  // Takes out a row that the transaction has put in. The caller owns it until it puts it back or destroys it.
  Row* remove_own(Slot slot);

  // Deletes an older one: it keeps its slot, but nothing finds it any more. When the transaction ends these rows are
  // erased, which says how many bytes they had, or are there again.
  void mark_gone(Slot slot);
  bool has_gone_rows() const { return !gone_.empty(); }
  std::span<const Slot> gone_rows() const { return gone_; }
  std::size_t erase_gone_rows();
  void restore_gone_rows();

  // When a transaction has put rows in: they become as others are, or are forgotten by the indexes before its changes
  // are undone.
  bool has_own_rows() const { return has_own_rows_; }
  void keep_own_rows();
  void drop_own_rows();

  // Undoes an insert, when everything after it has been undone and the indexes know of it no more. Destroys the row.
  void undo_insert(Slot slot, bool appended);
  // Undoes remove_own in the same way; the undoing of the row's insert is to follow.
  void undo_remove_own(Slot slot, Row* row);

  void destroy(Row* row) { Row::destroy(memory_, row); }

  // The slot of the row with exactly these bytes; RowSet::none if there is none.
  Slot find(ByteView row) const;

  // The part of the row that is a column.
  ByteView column(ByteView row, std::uint16_t column) const;

 private:
  const Index* first_unique() const;
  Slot find_content(ByteView row, std::uint64_t hash) const;
  void free(Slot slot);
  std::size_t erase_gone_rows(std::span<const Slot> slots);

  std::uint32_t id_;
  const TableDef* def_;
  const Typespace* space_;
  const AlgebraicType* row_type_;
  std::vector<std::uint32_t> column_offsets_;  // of the columns that stand behind fixed ones only
  std::pmr::unsynchronized_pool_resource memory_;
  std::vector<Row*> slots_;
  // Of each slot's row. Apart from the rows, so that one is deleted, and comes back, without a look at it: in a large
  // table it is seldom in the cache.
  enum class RowState : std::uint8_t { committed, own, gone };
  std::vector<RowState> states_;
  std::vector<Slot> free_slots_;  // a stack
  std::vector<Slot> gone_;        // of rows that the open transaction has deleted and not put in
  std::size_t row_count_ = 0;
  bool has_own_rows_ = false;
  std::vector<std::unique_ptr<Index>> indexes_;
  RowSet contents_;  // used by tables without a unique index only; a unique index finds equal rows as well
  std::vector<Sequence> sequences_;  // in the columns' order
  mutable Bytes scratch_;
};

}  // namespace stdb::host
