// sdk/module/.../detail/entity_names.hpp: the names that a module's tables and what belongs to them take up.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stdb/module/detail/case_names.hpp"
#include "stdb/module/detail/check_conversion.hpp"
#include "stdb/module/detail/name_hash.hpp"
#include "stdb/module/detail/table_piece.hpp"

namespace stdb::detail {

// What becomes of names that are not said to be canonical, by the module's policy.
struct AsWritten {
  constexpr std::string_view operator()(std::string_view name) const { return name; }
};
struct SnakeCased {
  constexpr std::string operator()(std::string_view name) const { return snake_case(name); }
};

// Calls put(hash) for each name that a table takes up. Tables, indexes, constraints, sequences and schedules share one
// set of names in a database. Source: host-side name generation: table_columns_idx_btree, table_column_key,
// table_column_seq, table_sched, with the table's canonical name; a table and an index take up the names that their
// module gives them as well.
template <class Table, class Put>
constexpr void for_entity_names(auto convert, Put put) {
  using Row = typename Table::row_type;
  const auto converted = convert(Table::name);
  const std::string_view canonical = Table::has_canonical_name ? Table::canonical_name : std::string_view(converted);
  put(NameHash() << Table::name);
  if (canonical != Table::name) put(NameHash() << canonical);
  for (const IndexInfo& index : Table::indexes) {
    NameHash given;
    NameHash own;
    given << Table::name;
    own << canonical;
    for (const std::uint16_t place : index.columns) {
      const std::string_view column = column_name<Row>(place);
      given << "_" << column;
      own << "_" << convert(column);
    }
    if (index.is_unique) put(NameHash(own) << "_key");
    given << algorithm_suffix(index.algorithm);
    own << algorithm_suffix(index.algorithm);
    if (!index.canonical.empty()) own = NameHash() << index.canonical;
    put(given);
    if (own.value() != given.value()) put(own);
  }
  if constexpr (Table::auto_inc_column != no_column) {
    put(NameHash() << canonical << "_" << convert(column_name<Row>(Table::auto_inc_column)) << "_seq");
  }
  if constexpr (Table::schedule_column != no_column) put(NameHash() << canonical << "_sched");
}

template <class Table, class Convert>
constexpr auto hash_entity_names() {
  constexpr std::size_t size = [] {
    std::size_t count = 0;
    for_entity_names<Table>(Convert(), [&](const NameHash&) { ++count; });
    return count;
  }();
  std::array<std::uint64_t, size> names{};
  std::size_t count = 0;
  for_entity_names<Table>(Convert(), [&](const NameHash& name) { names[count++] = name.value(); });
  return names;
}

template <class Table, class Convert>
inline constexpr auto entity_names = hash_entity_names<Table, Convert>();

// Whether two columns of the row have one name when the policy has turned them.
template <class Row>
constexpr bool has_columns_alike_in_snake_case() {
  std::array<std::uint64_t, bsatn::detail::field_count<Row>> names{};
  for (std::size_t column = 0; column < names.size(); ++column) {
    names[column] = (NameHash() << snake_case(column_name<Row>(column))).value();
  }
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

template <class Table>
constexpr bool check_snake_case() {
  static_assert(Table::has_canonical_name || !snake_case(Table::name).starts_with("st_"),
                "stdb: case_conversion makes of this table's name one that begins with st_, which is the system's");
  static_assert(!has_columns_alike_in_snake_case<typename Table::row_type>(),
                "stdb: case_conversion makes two columns of this table have the same name");
  static_assert(Table::has_canonical_name || stays_identifier(Table::name),
                "stdb: case_conversion makes of this table's name one that is empty or begins with a digit");
  if constexpr (!has_columns_alike_in_snake_case<typename Table::row_type>()) {
    check_members_in_snake_case<typename Table::row_type>();
  }
  return true;
}

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
