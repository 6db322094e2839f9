// sdk/host/src/store/store.cpp: the tables of a database, and the one transaction that may be open on them.
#include "store/store.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <string_view>

#include "base/utf8.hpp"
#include "calls/trap.hpp"
#include "stdb/host/limits.hpp"

namespace stdb::host {
namespace {

// The first id that a server gives to a user's table or index (host-abi 1.4).
constexpr std::uint32_t first_user_id(Profile profile) { return profile == Profile::v1_2 ? 4097 : 4096; }

}  // namespace

void Store::create_tables(const ModuleDef& module, Profile profile) {
  space_ = &module.typespace;
  aliases_ = profile != Profile::v1_2;
  takes_back_sequences_ = profile != Profile::v1_2;
  first_id_ = first_user_id(profile);
  std::vector<const TableDef*> defs;
  for (const TableDef& def : module.tables) defs.push_back(&def);
  std::ranges::sort(defs, {}, [](const TableDef* def) -> const std::string& { return def->name; });
  std::uint32_t next_table_id = first_id_;
  std::uint32_t next_index_id = first_id_;
  for (const TableDef* def : defs) {
    Table& table = tables_.emplace_back(next_table_id++, *def, module.typespace, next_index_id);
    for (const auto& index : table.indexes()) indexes_.push_back({&table, index.get()});
  }
}

Table* Store::find_table(std::uint32_t id) {
  const std::uint32_t at = id - first_id_;  // wraps for smaller ids
  return at < tables_.size() ? &tables_[at] : nullptr;
}

Table* Store::find_table(std::string_view name) {
  for (Table& table : tables_) {
    if (table.def().name == name) return &table;
  }
  for (Table& table : tables_) {
    if (aliases_ && table.def().source_name == name) return &table;
  }
  return nullptr;
}

std::optional<Store::IndexOfTable> Store::find_index(std::uint32_t id) {
  const std::uint32_t at = id - first_id_;
  return at < indexes_.size() ? std::optional(indexes_[at]) : std::nullopt;
}

std::optional<Store::IndexOfTable> Store::find_index(std::string_view name) {
  for (const IndexOfTable& entry : indexes_) {
    if (entry.index->def().name == name) return entry;
  }
  for (const IndexOfTable& entry : indexes_) {
    if (aliases_ && entry.index->def().source_name == name) return entry;
  }
  return std::nullopt;
}

void Store::begin() {
  is_open_ = true;
  if (!takes_back_sequences_) return;
  for (Table& table : tables_) table.keep_sequences();
}

void Store::commit() {
  // Rows of event tables are for subscribers of this commit only.
  for (Table& table : tables_) {
    if (!table.def().is_event || table.row_count() == 0) continue;
    for (Slot slot = 0; slot < table.slot_count(); ++slot) {
      if (table.row_at(slot) != nullptr) destroy(table, table.remove_own(slot));
    }
  }
  for (Table& table : tables_) {
    if (table.has_gone_rows()) row_bytes_ -= table.erase_gone_rows();
  }
  for (const Undo& entry : undo_) {
    Table& table = *entry.table;
    if (entry.removed != nullptr) {
      destroy(table, entry.removed);
      continue;
    }
    // A later change may have taken the row out again.
    if (table.row_at(entry.slot) != nullptr) table.set_committed(entry.slot);
    if (table.has_own_rows()) table.keep_own_rows();
  }
  undo_.clear();
  is_open_ = false;
}

void Store::roll_back() {
  for (const Undo& entry : undo_) {
    if (entry.table->has_own_rows()) entry.table->drop_own_rows();
  }
  for (const Undo& entry : std::views::reverse(undo_)) {
    if (entry.removed == nullptr) {
      row_bytes_ -= entry.table->row_at(entry.slot)->size;
      entry.table->undo_insert(entry.slot, entry.appended);
    } else {
      entry.table->undo_remove_own(entry.slot, entry.removed);
    }
  }
  undo_.clear();
  for (Table& table : tables_) table.restore_gone_rows();
  if (takes_back_sequences_) {
    for (Table& table : tables_) table.take_back_sequences();
  }
  is_open_ = false;
}

std::vector<TableChange> Store::changes() {
  // From the last change to the first, so that the row that an insert has put in is known: the slot's, unless a later
  // change has taken it out.
  std::map<std::pair<Table*, Slot>, const Row*> slots;
  std::map<Table*, std::map<std::string_view, int>> sums;
  for (auto entry = undo_.rbegin(); entry != undo_.rend(); ++entry) {
    const Row*& row =
        slots.try_emplace({entry->table, entry->slot}, entry->table->slot_or_none(entry->slot)).first->second;
    if (entry->removed == nullptr) {
      ++sums[entry->table][as_text(row->bytes())];
      row = nullptr;
    } else {
      row = entry->removed;
      --sums[entry->table][as_text(row->bytes())];
    }
  }
  for (Table& table : tables_) {
    for (const Slot slot : table.gone_rows()) --sums[&table][as_text(table.slot_or_none(slot)->bytes())];
  }
  std::vector<TableChange> changes;
  for (const auto& [table, rows] : sums) {
    TableChange change{table, {}, {}};
    for (const auto& [row, sum] : rows) {
      if (sum != 0) (sum > 0 ? change.inserted : change.deleted).push_back(as_bytes(row));
    }
    if (!change.inserted.empty() || !change.deleted.empty()) changes.push_back(std::move(change));
  }
  return changes;
}

Change Store::insert(Table& table, ByteView row, Slot& slot) {
  if (row.size() > limits::row_bytes - row_bytes_) throw Trap("the database is full");
  bool appended = false;
  const Change change = table.insert(row, slot, appended);
  if (change != Change::made) return change;
  row_bytes_ += row.size();
  undo_.push_back({&table, nullptr, slot, appended});
  return change;
}

void Store::destroy(Table& table, Row* row) {
  row_bytes_ -= row->size;
  table.destroy(row);
}

void Store::remove(Table& table, Slot slot) {
  if (!table.is_own(slot)) return table.mark_gone(slot);
  undo_.push_back({&table, table.remove_own(slot), slot, false});
}

}  // namespace stdb::host
