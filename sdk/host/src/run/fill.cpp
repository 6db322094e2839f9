// sdk/host/src/run/fill.cpp: rows and sequences carried from one store, or from a snapshot of one, into another.
#include "run/fill.hpp"

#include <algorithm>

#include "base/concat.hpp"

namespace stdb::host {
namespace {

bool is_signed(TypeKind kind) {
  return kind == TypeKind::i8 || kind == TypeKind::i16 || kind == TypeKind::i32 || kind == TypeKind::i64 ||
         kind == TypeKind::i128 || kind == TypeKind::i256;
}

// Whether a number is among those that a sequence draws: from 1 on.
bool is_drawn(const Table& table, const SequenceDef& sequence, ByteView row) {
  const TypeKind kind = table.def().columns[sequence.column].type.kind;
  const ByteView value = table.column(row, sequence.column).first(scalar_size(kind));
  if (is_signed(kind) && value.back() >= 0x80) return false;
  return std::ranges::any_of(value, [](std::uint8_t byte) { return byte != 0; });
}

std::string clash_text(const Table& table) {
  std::string names;
  for (const ConstraintDef& constraint : table.def().constraints)
    names += (names.empty() ? "" : ", ") + constraint.name;
  return concat("rows of table ", table.def().name, " clash in a unique constraint (", names,
                "): remove the duplicates before adding it");
}

Expected<void> fill_table(Store& store, Table& table, const TableMigration& plan, const TableContents& contents) {
  Bytes row;
  for (const ByteView old : contents.rows) {
    row.assign(old.begin(), old.end());
    row.insert(row.end(), plan.added.begin(), plan.added.end());
    Slot slot = 0;
    if (store.insert(table, row, slot) == Change::clash) return refuse(ErrorKind::cannot_migrate, clash_text(table));
    const auto stands_against = [&](const SequenceDef* sequence) { return is_drawn(table, *sequence, row); };
    const auto bad = std::ranges::find_if(plan.new_sequences, stands_against);
    if (bad == plan.new_sequences.end()) continue;
    return refuse(ErrorKind::cannot_migrate,
                  concat("Precheck failed: added sequence ", (*bad)->name, " already has values in range"));
  }
  for (Sequence& sequence : table.sequences()) {
    const auto before = contents.sequences.find(sequence.def().name);
    if (before != contents.sequences.end()) sequence.go_on_from(before->second);
  }
  return {};
}

}  // namespace

TableContents contents_of(Table& table) {
  TableContents contents{table.rows(), {}};
  for (const Sequence& sequence : table.sequences()) contents.sequences.emplace(sequence.def().name, sequence.next());
  return contents;
}

Expected<void> fill(Store& store, const ModuleDef& module, const Migration& plan, const ContentsOf& contents) {
  for (const TableDef* table : plan.removed) {
    if (contents(table->name).rows.empty()) continue;
    return refuse(ErrorKind::cannot_migrate, concat("Cannot remove table `", table->name,
                                                    "`: table contains data. Clear the table's rows (e.g. via a "
                                                    "reducer) before removing it from your schema."));
  }
  store.begin();
  for (std::size_t at = 0; at < module.tables.size(); ++at) {
    const TableMigration& table = plan.tables[at];
    if (table.from == nullptr) continue;
    auto filled = fill_table(store, *store.find_table(module.tables[at].name), table, contents(table.from->name));
    if (!filled) return filled;
  }
  store.commit();
  return {};
}

}  // namespace stdb::host
