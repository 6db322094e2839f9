// sdk/module/.../detail/entity_names.hpp: the names that a module's tables and what belongs to them take up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "stdb/module/detail/case_names.hpp"
#include "stdb/module/detail/check_conversion.hpp"
#include "stdb/module/detail/name_hash.hpp"
#include "stdb/module/detail/table_piece.hpp"

namespace stdb::detail {

// What a table's names are made of.
struct TableNames {
  std::string_view name;
  std::string_view canonical;  // or empty, where it was not said
  std::span<const IndexInfo> indexes;
  std::span<const std::string_view> columns;
  std::size_t auto_inc_column;
  bool is_scheduled;
};

// The hashes of the names that a table takes up. Each index has three at most, and the table four more.
template <std::size_t Indexes>
struct EntityNames {
  std::array<std::uint64_t, 4 + 3 * Indexes> hashes{};
  std::size_t count = 0;

  constexpr void put(const NameHash& name) { hashes[count++] = name.value(); }
  constexpr std::span<const std::uint64_t> view() const { return {hashes.data(), count}; }
};

template <class Convert, class Into>
constexpr void put_index_names(const TableNames& table, const IndexInfo& index, const NameHash& canonical, Into& into) {
  NameHash given = NameHash() << table.name;
  NameHash own = canonical;
  for (const std::uint16_t place : index.columns) {
    const std::string_view column = column_at(table.columns, place);
    given << "_" << column;
    Convert()(own << "_", column);
  }
  if (index.is_unique) into.put(NameHash(own) << "_key");
  given << algorithm_suffix(index.algorithm);
  own << algorithm_suffix(index.algorithm);
  if (!index.canonical.empty()) own = NameHash() << index.canonical;
  into.put(given);
  if (own.value() != given.value()) into.put(own);
}

// Tables, indexes, constraints, sequences and schedules share one set of names in a database. Source: host-side name
// generation: table_columns_idx_btree, table_column_key, table_column_seq, table_sched, with the table's canonical
// name; a table and an index take up the names that their module gives them as well.
template <class Convert, std::size_t Indexes>
constexpr EntityNames<Indexes> hash_entity_names(const TableNames& table) {
  EntityNames<Indexes> names;
  const NameHash name = NameHash() << table.name;
  NameHash canonical;
  if (table.canonical.empty()) {
    Convert()(canonical, table.name);
  } else {
    canonical << table.canonical;
  }
  names.put(name);
  if (canonical.value() != name.value()) names.put(canonical);
  if (table.columns.empty()) return names;  // a row that is refused: what its columns are called is not known
  for (const IndexInfo& index : table.indexes) put_index_names<Convert>(table, index, canonical, names);
  if (table.auto_inc_column != no_column) {
    NameHash sequence = canonical;
    Convert()(sequence << "_", column_at(table.columns, table.auto_inc_column));
    names.put(sequence << "_seq");
  }
  if (table.is_scheduled) names.put(NameHash(canonical) << "_sched");
  return names;
}

template <class Table, class Convert>
inline constexpr auto entity_names = hash_entity_names<Convert, Table::indexes.size()>(
    {Table::name, Table::has_canonical_name ? Table::canonical_name : std::string_view(), Table::indexes,
     column_names<typename Table::row_type>(), Table::auto_inc_column, Table::schedule_column != no_column});

// "StState" becomes "st_state", whose beginning is the system's.
constexpr bool becomes_reserved(std::string_view name) {
  constexpr std::string_view reserved = "st_";
  if (is_plain_snake_case(name)) return name.starts_with(reserved);
  std::size_t equal = 0;
  std::size_t at = 0;
  put_snake_case(name, [&](char c) {
    if (at < reserved.size() && c == reserved[at]) ++equal;
    ++at;
  });
  return equal == reserved.size();
}

template <class Table>
constexpr bool check_snake_case() {
  static_assert(Table::has_canonical_name || !becomes_reserved(Table::name),
                "stdb: case_conversion makes of this table's name one that begins with st_, which is the system's");
  constexpr bool has_columns_alike = case_problem<typename Table::row_type> == CaseProblem::alike;
  static_assert(!has_columns_alike, "stdb: case_conversion makes two columns of this table have the same name");
  static_assert(Table::has_canonical_name || stays_identifier(Table::name),
                "stdb: case_conversion makes of this table's name one that is empty or begins with a digit");
  if constexpr (!has_columns_alike) {
    check_members_in_snake_case<typename Table::row_type>();
  }
  return true;
}

}  // namespace stdb::detail
