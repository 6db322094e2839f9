// sdk/host/src/store/index.cpp: one index of a table.
#include "store/index.hpp"

#include <algorithm>

#include "stdb/host/value.hpp"
#include "store/table.hpp"

namespace stdb::host {
namespace {

// Of the entry at a place, if it has the key.
Slot slot_of(const SortedIndex& entries, SortedIndex::Place place, ByteView key) {
  return place != entries.end() && entries.matches(place, key) ? entries.slot_at(place) : RowSet::none;
}

// A range that ends before it starts holds nothing.
SortedIndex::Range range_of(const SortedIndex& entries, Index::Bound start, Index::Bound end) {
  const auto first = entries.find(start.key, start.is_excluded);
  return {first, std::max(first, entries.find(end.key, !end.is_excluded))};
}

}  // namespace

Index::Index(std::uint32_t id, const IndexDef& def, const Table& table)
    : id_(id), def_(&def), table_(&table), form_(KeyForm::values), own_(*this), committed_(*this) {
  for (const std::uint16_t column : def.columns) key_types_.push_back(&table.def().columns[column].type);
  form_ = key_form(key_types_, table.space(), def.algorithm);
  if (key_types_.size() != 1) return;
  const AlgebraicType& only = table.space().resolve(*key_types_[0]);
  if (!only.is(TypeKind::product)) return;
  key_types_.clear();
  for (const TypeMember& member : only.members) key_types_.push_back(&member.type);
}

void Index::append_key(ByteView row, Bytes& out) const {
  for (const std::uint16_t column : def_->columns) {
    append_value(table_->def().columns[column].type, table_->column(row, column), out);
  }
}

// A hash index of packed keys holds bytes against bytes: there -0 is not 0.
std::size_t Index::append_value(const AlgebraicType& type, ByteView value, Bytes& out) const {
  if (form_ != KeyForm::packed || def_->algorithm != IndexAlgorithm::hash) {
    return append_sort_key(type, table_->space(), value, out);
  }
  const std::size_t size = checked_size(type, table_->space(), value);
  out.insert(out.end(), value.begin(), value.begin() + static_cast<std::ptrdiff_t>(size));
  return size;
}

bool Index::read_key(ByteView values, std::span<const AlgebraicType* const> types, Profile profile, Bytes& out) const {
  const bool has_forms = profile != Profile::v1_2;
  // The tag of a plain enum is not looked at: there is no row with a wrong one.
  if (form_ == KeyForm::tag && has_forms && !types.empty()) {
    if (!values.empty()) out.push_back(values[0]);
    return !values.empty();
  }
  for (const AlgebraicType* type : types) {
    if (!measure(*type, table_->space(), values)) return false;
    values = values.subspan(append_value(*type, values, out));
  }
  return form_ != KeyForm::packed || !has_forms || values.empty();
}

void Index::write_key(Slot slot, Bytes& out) const { append_key(table_->slot_or_none(slot)->bytes(), out); }

bool Index::has_gone_rows() const { return table_->has_gone_rows(); }

bool Index::is_gone(Slot slot) const { return table_->is_gone(slot); }

Slot Index::find_committed(ByteView key) const {
  auto place = committed_.find(key, false);
  Slot found = slot_of(committed_, place, key);
  while (found != RowSet::none && is_gone(found)) {
    place = committed_.next(place);
    found = slot_of(committed_, place, key);
  }
  return found;
}

Slot Index::find(ByteView key) const {
  const Slot found = find_committed(key);
  if (found != RowSet::none || own_.size() == 0) return found;
  return slot_of(own_, own_.find(key, false), key);
}

Index::Entries Index::equal_to(ByteView key) const {
  return {own_.size() == 0 ? SortedIndex::Range() : own_.equal_to(key), committed_.equal_to(key)};
}

Index::Entries Index::between(Bound start, Bound end) const {
  return {own_.size() == 0 ? SortedIndex::Range() : range_of(own_, start, end), range_of(committed_, start, end)};
}

Slot Index::prepare_insert(ByteView row) {
  new_key_.clear();
  append_key(row, new_key_);
  if (!def_->is_unique) return RowSet::none;
  const Slot found = find_committed(new_key_);
  if (found != RowSet::none) return found;
  new_place_ = own_.find(new_key_, false);
  return slot_of(own_, new_place_, new_key_);
}

void Index::insert_prepared(Slot slot) {
  if (def_->is_unique) {
    own_.insert_at(new_place_, new_key_, slot);
  } else {
    own_.insert(new_key_, slot);
  }
}

void Index::erase_own(ByteView row, Slot slot) {
  scratch_.clear();
  append_key(row, scratch_);
  own_.erase(scratch_, slot);
}

}  // namespace stdb::host
