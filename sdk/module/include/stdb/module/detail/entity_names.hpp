// sdk/module/.../detail/entity_names.hpp: the names that a module's tables and what belongs to them take up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stdb/module/detail/table_piece.hpp"

namespace stdb::detail {

// FNV-1a of 64 bits: wide enough that two names of one module are not taken for each other.
class NameHash {
 public:
  constexpr NameHash& operator<<(std::string_view text) {
    for (const char c : text) value_ = (value_ ^ static_cast<std::uint8_t>(c)) * 1099511628211u;
    return *this;
  }
  constexpr std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 14695981039346656037u;
};

template <class Table>
constexpr std::size_t count_entity_names() {
  std::size_t count = 1 + (Table::canonical_name != Table::name ? 1u : 0u) +
                      (Table::auto_inc_column != no_column ? 1u : 0u) + (Table::schedule_column != no_column ? 1u : 0u);
  constexpr bool is_renamed = Table::canonical_name != Table::name;
  for (const IndexInfo& index : Table::indexes) {
    count += 1u + (index.is_unique ? 1u : 0u) + (is_renamed || !index.canonical.empty());
  }
  return count;
}

// Tables, indexes, constraints, sequences and schedules share one set of names in a database. Source: host-side name
// generation: table_columns_idx_btree, table_column_key, table_column_seq, table_sched, with the table's canonical
// name; a table and an index take up the names that their module gives them as well.
template <class Table>
constexpr auto hash_entity_names() {
  using Row = typename Table::row_type;
  std::array<std::uint64_t, count_entity_names<Table>()> names{};
  std::size_t count = 0;
  names[count++] = (NameHash() << Table::name).value();
  if constexpr (Table::canonical_name != Table::name) names[count++] = (NameHash() << Table::canonical_name).value();
  const auto with_columns = [](std::string_view table, const IndexInfo& index) {
    NameHash hash;
    hash << table;
    for (const std::uint16_t column : index.columns) hash << "_" << column_name<Row>(column);
    return hash;
  };
  for (const IndexInfo& index : Table::indexes) {
    const std::string_view suffix = algorithm_suffix(index.algorithm);
    const NameHash canonical = with_columns(Table::canonical_name, index);
    if (index.is_unique) names[count++] = (NameHash(canonical) << "_key").value();
    names[count++] = (with_columns(Table::name, index) << suffix).value();
    if (!index.canonical.empty()) {
      names[count++] = (NameHash() << index.canonical).value();
    } else if constexpr (Table::canonical_name != Table::name) {
      names[count++] = (NameHash(canonical) << suffix).value();
    }
  }
  if constexpr (Table::auto_inc_column != no_column) {
    const std::string_view column = column_name<Row>(Table::auto_inc_column);
    names[count++] = (NameHash() << Table::canonical_name << "_" << column << "_seq").value();
  }
  if constexpr (Table::schedule_column != no_column) {
    names[count++] = (NameHash() << Table::canonical_name << "_sched").value();
  }
  return names;
}

template <class Table>
inline constexpr auto entity_names = hash_entity_names<Table>();

using Names = std::span<const std::uint64_t>;

// A hash table, so that the cost grows with the number of names and not with its square.
constexpr bool have_duplicates(std::span<const Names> lists) {
  std::size_t count = 0;
  for (const Names list : lists) count += list.size();
  std::size_t room = 16;
  while (room < 2 * count) room *= 2;
  std::vector<std::uint64_t> slots;
  slots.assign(room, 0);
  for (const Names list : lists) {
    for (const std::uint64_t name : list) {
      std::size_t slot = name & (room - 1);
      while (slots[slot] != 0 && slots[slot] != name) slot = (slot + 1) & (room - 1);
      if (slots[slot] == name) return true;
      slots[slot] = name;
    }
  }
  return false;
}

}  // namespace stdb::detail
