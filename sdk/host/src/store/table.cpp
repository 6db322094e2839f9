// sdk/host/src/store/table.cpp: one table: rows as a set, with indexes and sequences.
#include "store/table.hpp"

#include <algorithm>

#include "base/concat.hpp"
#include "base/little_endian.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

bool is_same(ByteView left, ByteView right) { return std::ranges::equal(left, right); }

}  // namespace

Table::Table(std::uint32_t id, const TableDef& def, const Typespace& space, std::uint32_t& next_index_id)
    : id_(id), def_(&def), space_(&space), row_type_(&space.types()[def.row_type]) {
  std::uint32_t offset = 0;
  for (const ColumnDef& column : def.columns) {
    column_offsets_.push_back(offset);
    if (column.type.fixed_size == AlgebraicType::variable) break;
    offset += column.type.fixed_size;
  }
  for (const IndexDef& index : def.indexes) indexes_.push_back(std::make_unique<Index>(next_index_id++, index, *this));
  for (const SequenceDef& sequence : def.sequences) sequences_.emplace_back(sequence);
  std::ranges::sort(sequences_, {}, &Sequence::column);
}

Table::~Table() = default;  // the pool frees all rows at once

std::vector<ByteView> Table::rows() const {
  std::vector<ByteView> rows;
  rows.reserve(row_count_);
  for (Slot slot = 0; slot < slots_.size(); ++slot) {
    if (const Row* row = row_at(slot)) rows.push_back(row->bytes());
  }
  return rows;
}

ByteView Table::column(ByteView row, std::uint16_t column) const {
  std::uint16_t at = column;
  if (at >= column_offsets_.size()) at = static_cast<std::uint16_t>(column_offsets_.size() - 1);
  std::size_t offset = column_offsets_[at];
  for (; at < column; ++at) offset += checked_size(def_->columns[at].type, *space_, row.subspan(offset));
  return row.subspan(offset);
}

std::optional<std::size_t> Table::measure_row(ByteView bytes, std::string& why) const {
  const auto size = measure(*row_type_, *space_, bytes);
  if (!size) {
    why = size.error().text;
    return std::nullopt;
  }
  if (row_type_->fixed_size != AlgebraicType::variable && *size != bytes.size()) {
    why = concat("a row of ", row_type_->fixed_size, " bytes is followed by ", bytes.size() - *size, " more");
    return std::nullopt;
  }
  return *size;
}

void Table::generate(std::span<std::uint8_t> row, Bytes& generated) {
  for (Sequence& sequence : sequences_) {
    const std::size_t size = scalar_size(def_->columns[sequence.column()].type.kind);
    const auto offset = static_cast<std::size_t>(column(row, sequence.column()).data() - row.data());
    const auto value = row.subspan(offset, size);
    if (std::ranges::any_of(value, [](std::uint8_t byte) { return byte != 0; })) continue;
    // Cut down or sign-extended to the column's width, as servers do.
    const Int128 drawn = sequence.draw();
    for (std::size_t at = 0; at < size; ++at) {
      value[at] = static_cast<std::uint8_t>(drawn >> std::min<std::size_t>(8 * at, 127));
    }
    generated.insert(generated.end(), value.begin(), value.end());
  }
}

const Index* Table::first_unique() const {
  const auto found = std::ranges::find_if(indexes_, [](const auto& index) { return index->def().is_unique; });
  return found == indexes_.end() ? nullptr : found->get();
}

Change Table::insert(ByteView row, Slot& slot, bool& appended) {
  bool has_unique = false;
  for (const auto& index : indexes_) {
    const Slot found = index->prepare_insert(row);
    has_unique |= index->def().is_unique;
    if (found == RowSet::none) continue;
    slot = found;
    return is_same(slots_[found]->bytes(), row) ? Change::unchanged : Change::clash;
  }
  const std::uint64_t hash = has_unique ? 0 : content_hash(row);
  if (!has_unique) {
    slot = find_content(row, hash);
    if (slot != RowSet::none) return Change::unchanged;
  }
  appended = free_slots_.empty();
  slot = appended ? static_cast<Slot>(slots_.size()) : free_slots_.back();
  if (appended) {
    slots_.push_back(nullptr);
    states_.push_back(RowState::own);
  } else {
    free_slots_.pop_back();
    states_[slot] = RowState::own;
  }
  slots_[slot] = Row::create(memory_, row);
  ++row_count_;
  has_own_rows_ = true;
  for (const auto& index : indexes_) index->insert_prepared(slot);
  if (!has_unique) contents_.insert(hash, slot);
  return Change::made;
}

bool Table::clashes(ByteView row, Slot old, const Index& used) const {
  for (const auto& index : indexes_) {
    if (!index->def().is_unique || index.get() == &used) continue;
    scratch_.clear();
    index->append_key(row, scratch_);
    const Slot found = index->find(scratch_);
    if (found != RowSet::none && found != old) return true;
  }
  return false;
}

// Empties a slot, but not what the indexes know of it.
void Table::free(Slot slot) {
  if (first_unique() == nullptr) contents_.erase(content_hash(slots_[slot]->bytes()), slot);
  slots_[slot] = nullptr;
}

Row* Table::remove_own(Slot slot) {
  Row* row = slots_[slot];
  for (const auto& index : indexes_) index->erase_own(row->bytes(), slot);
  free(slot);
  free_slots_.push_back(slot);
  --row_count_;
  return row;
}

void Table::mark_gone(Slot slot) {
  states_[slot] = RowState::gone;
  gone_.push_back(slot);
  --row_count_;
}

std::size_t Table::erase_gone_rows() {
  constexpr std::size_t most = 256;  // at once: what the first index had fetched, the others and the pool find there
  std::size_t bytes = 0;
  for (std::span<const Slot> left = gone_; !left.empty();) {
    const std::size_t count = std::min(left.size(), most);
    bytes += erase_gone_rows(left.first(count));
    left = left.subspan(count);
  }
  gone_.clear();
  return bytes;
}

std::size_t Table::erase_gone_rows(std::span<const Slot> slots) {
  for (const Slot slot : slots) __builtin_prefetch(slots_[slot]);
  for (const auto& index : indexes_) index->erase_committed(slots);
  std::size_t bytes = 0;
  for (const Slot slot : slots) {
    Row* row = slots_[slot];
    bytes += row->size;
    free(slot);
    destroy(row);
    free_slots_.push_back(slot);
  }
  return bytes;
}

void Table::restore_gone_rows() {
  for (const Slot slot : gone_) states_[slot] = RowState::committed;
  row_count_ += gone_.size();
  gone_.clear();
}

void Table::keep_own_rows() {
  for (const auto& index : indexes_) index->keep_own();
  has_own_rows_ = false;
}

void Table::drop_own_rows() {
  for (const auto& index : indexes_) index->drop_own();
  has_own_rows_ = false;
}

void Table::undo_insert(Slot slot, bool appended) {
  Row* row = slots_[slot];
  free(slot);
  destroy(row);
  --row_count_;
  if (appended) {
    slots_.pop_back();
    states_.pop_back();
  } else {
    free_slots_.push_back(slot);
  }
}

void Table::undo_remove_own(Slot slot, Row* row) {
  free_slots_.pop_back();
  slots_[slot] = row;
  ++row_count_;
  if (first_unique() == nullptr) contents_.insert(content_hash(row->bytes()), slot);
}

// In a table without a unique index.
Slot Table::find_content(ByteView row, std::uint64_t hash) const {
  return contents_.find(
      hash, [&](Slot candidate) { return !is_gone(candidate) && is_same(slots_[candidate]->bytes(), row); });
}

Slot Table::find(ByteView row) const {
  const Index* index = first_unique();
  if (index == nullptr) return find_content(row, content_hash(row));
  scratch_.clear();
  index->append_key(row, scratch_);
  const Slot found = index->find(scratch_);
  return found != RowSet::none && is_same(slots_[found]->bytes(), row) ? found : RowSet::none;
}

}  // namespace stdb::host
