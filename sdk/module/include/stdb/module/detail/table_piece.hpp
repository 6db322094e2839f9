// sdk/module/.../detail/table_piece.hpp: a table's part of the description, and the names a host gives to its indexes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "stdb/module/detail/target.hpp"
#include "stdb/module/detail/type_shape.hpp"
#include "stdb/schema/table.hpp"

namespace stdb::detail {

template <class Row>
constexpr std::string_view column_name(std::size_t column) {
  return [column]<std::size_t... Index>(std::index_sequence<Index...>) {
    const std::string_view names[] = {bsatn::detail::field_name<Row, Index>...};
    return names[column];
  }(std::make_index_sequence<bsatn::detail::field_count<Row>>{});
}

// "person_age_idx_btree": table, columns, algorithm. What a host calls an index that was given no name, and by which
// the module finds it. Source: host-side name generation, equal in V9 and V10.
template <class Table, std::size_t Index>
constexpr auto write_index_name() {
  constexpr auto& info = Table::indexes[Index];
  constexpr std::size_t size = [] {
    std::size_t sum = Table::name.size();
    for (const std::uint16_t column : info.columns) sum += 1 + column_name<typename Table::row_type>(column).size();
    return sum + std::string_view("_idx_btree").size();
  }();
  std::array<char, size> name{};
  std::size_t at = 0;
  const auto append = [&](std::string_view text) {
    for (const char c : text) name[at++] = c;
  };
  append(Table::name);
  for (const std::uint16_t column : info.columns) {
    append("_");
    append(column_name<typename Table::row_type>(column));
  }
  append("_idx_btree");
  return name;
}

template <class Table, std::size_t Index>
inline constexpr auto index_name_characters = write_index_name<Table, Index>();

template <class Table, std::size_t Index>
inline constexpr std::string_view index_name = {index_name_characters<Table, Index>.data(),
                                                index_name_characters<Table, Index>.size()};

constexpr void write_columns(PieceWriter& out, std::span<const std::uint16_t> columns) {
  out.u32(static_cast<std::uint32_t>(columns.size()));
  for (const std::uint16_t column : columns) out.u16(column);
}

template <class Table, std::size_t Index>
constexpr void write_index(PieceWriter& out) {
  if constexpr (has_v10) {
    write_name(out, index_name<Table, Index>);
  } else {
    out.byte(1);  // no name: the host gives the one that index_name foretells
  }
  write_name(out, Table::indexes[Index].accessor);
  out.byte(0);  // btree
  write_columns(out, Table::indexes[Index].columns);
}

template <class Table>
constexpr void write_indexes(PieceWriter& out) {
  out.u32(static_cast<std::uint32_t>(Table::indexes.size()));
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    (write_index<Table, Index>(out), ...);
  }(std::make_index_sequence<Table::indexes.size()>{});
}

template <class Table>
constexpr void write_constraints(PieceWriter& out) {
  std::uint32_t count = 0;
  for (const IndexInfo& index : Table::indexes) count += index.is_unique ? 1 : 0;
  out.u32(count);
  for (const IndexInfo& index : Table::indexes) {
    if (!index.is_unique) continue;
    out.byte(1);  // no name
    out.byte(0);  // unique
    write_columns(out, index.columns);
  }
}

// Start, least and greatest stay unsaid and the step is 1: newer hosts refuse anything else.
constexpr void write_sequence(PieceWriter& out, std::size_t column) {
  out.u32(1);
  out.byte(1);  // no name
  out.u16(static_cast<std::uint16_t>(column));
  for (int unsaid = 0; unsaid < 3; ++unsaid) out.byte(1);
  out.byte(1);  // the step, an I128
  for (int zero = 0; zero < 15; ++zero) out.byte(0);
}

// RawTableDefV9 or RawTableDefV10.
template <class Table>
constexpr void write_table(PieceWriter& out) {
  out.text(Table::name);
  out.reference(type_shape<typename Table::row_type>);
  if constexpr (Table::primary_key_column != no_column) {
    out.u32(1);
    out.u16(static_cast<std::uint16_t>(Table::primary_key_column));
  } else {
    out.u32(0);
  }
  write_indexes<Table>(out);
  write_constraints<Table>(out);
  if constexpr (Table::auto_inc_column != no_column) {
    write_sequence(out, Table::auto_inc_column);
  } else {
    out.u32(0);
  }
  if constexpr (!has_v10) out.byte(1);  // no schedule
  out.byte(1);                          // a user's table
  out.byte(Table::is_public ? 0 : 1);   // access
  if constexpr (has_v10) {
    out.u32(0);   // no default values
    out.byte(0);  // not an event table
  }
}

}  // namespace stdb::detail
