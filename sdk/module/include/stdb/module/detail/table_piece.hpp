// sdk/module/.../detail/table_piece.hpp: a table's part of the description, and the names a host gives to its indexes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/bsatn/encode.hpp"
#include "stdb/module/detail/target.hpp"
#include "stdb/module/detail/type_shape.hpp"
#include "stdb/schema/detail/convert_default.hpp"
#include "stdb/schema/table.hpp"

namespace stdb::detail {

// None of a row that was refused: column_at takes that.
template <class Row>
constexpr std::span<const std::string_view> column_names() {
  if constexpr (bsatn::detail::is_describable<Row>) {
    return bsatn::detail::named_fields<Row>.view();
  } else {
    return {};
  }
}

constexpr std::string_view column_at(std::span<const std::string_view> columns, std::size_t place) {
  return place < columns.size() ? columns[place] : std::string_view();
}

constexpr std::string_view algorithm_suffix(IndexAlgorithm algorithm) {
  constexpr std::string_view suffixes[] = {"_idx_btree", "_idx_hash", "_idx_direct"};
  return suffixes[static_cast<std::size_t>(algorithm)];
}

// "person_age_idx_btree": table, columns, algorithm. What a host calls an index that was given no name, and by which
// the module finds it. Source: host-side name generation, equal in V9 and V10.
constexpr std::size_t index_name_size(std::string_view table, std::span<const std::string_view> columns,
                                      const IndexInfo& index) {
  std::size_t sum = table.size();
  for (const std::uint16_t column : index.columns) sum += 1 + column_at(columns, column).size();
  return sum + algorithm_suffix(index.algorithm).size();
}

constexpr void write_index_name(char* at, std::string_view table, std::span<const std::string_view> columns,
                                const IndexInfo& index) {
  const auto append = [&at](std::string_view text) { at = std::copy(text.begin(), text.end(), at); };
  append(table);
  for (const std::uint16_t column : index.columns) {
    append("_");
    append(column_at(columns, column));
  }
  append(algorithm_suffix(index.algorithm));
}

template <class Table, std::size_t Index>
constexpr auto index_name_of() {
  constexpr auto& index = Table::indexes[Index];
  constexpr std::span<const std::string_view> columns = column_names<typename Table::row_type>();
  std::array<char, index_name_size(Table::name, columns, index)> name{};
  write_index_name(name.data(), Table::name, columns, index);
  return name;
}

// A name as the host finds it from within the module: after that of the submodule and a point, if there is one.
template <class Table, const std::string_view& Name>
constexpr auto write_qualified() {
  std::array<char, Table::name_space.size() + 1 + Name.size()> qualified{};
  char* at = std::copy(Table::name_space.begin(), Table::name_space.end(), qualified.begin());
  *at++ = '.';
  std::copy(Name.begin(), Name.end(), at);
  return qualified;
}
template <class Table, const std::string_view& Name>
inline constexpr auto qualified_characters = write_qualified<Table, Name>();
template <class Table, const std::string_view& Name>
constexpr std::string_view qualified_name() {
  if constexpr (Table::name_space.empty()) {
    return Name;
  } else {
    return {qualified_characters<Table, Name>.data(), qualified_characters<Table, Name>.size()};
  }
}

template <class Table, std::size_t Index>
inline constexpr auto index_name_characters = index_name_of<Table, Index>();

template <class Table, std::size_t Index>
inline constexpr std::string_view index_name = {index_name_characters<Table, Index>.data(),
                                                index_name_characters<Table, Index>.size()};

constexpr void write_columns(PieceWriter& out, std::span<const std::uint16_t> columns) {
  out.u32(static_cast<std::uint32_t>(columns.size()));
  for (const std::uint16_t column : columns) out.u16(column);
}

template <class Table, std::size_t Index>
constexpr void write_index(PieceWriter& out) {
  constexpr IndexInfo info = Table::indexes[Index];
  if constexpr (has_v10) {
    write_name(out, index_name<Table, Index>);
  } else {
    out.byte(1);  // no name: the host gives the one that index_name foretells
  }
  write_name(out, info.accessor);
  out.byte(static_cast<std::uint8_t>(info.algorithm));
  if constexpr (info.algorithm == IndexAlgorithm::direct) {
    out.u16(info.columns[0]);
  } else {
    write_columns(out, info.columns);
  }
}

template <class Table, std::size_t... Index>
constexpr void write_indexes(PieceWriter& out, std::index_sequence<Index...>) {
  out.u32(sizeof...(Index));
  (write_index<Table, Index>(out), ...);
}

constexpr void write_constraints(PieceWriter& out, std::span<const IndexInfo> indexes) {
  std::uint32_t count = 0;
  for (const IndexInfo& index : indexes) count += index.is_unique ? 1 : 0;
  out.u32(count);
  for (const IndexInfo& index : indexes) {
    if (!index.is_unique) continue;
    out.byte(1);  // no name
    out.byte(0);  // unique
    write_columns(out, index.columns);
  }
}

constexpr void write_primary_key(PieceWriter& out, std::size_t column) {
  out.u32(column != no_column ? 1 : 0);
  if (column != no_column) out.u16(static_cast<std::uint16_t>(column));
}

// Start, least and greatest stay unsaid and the step is 1: newer hosts refuse anything else.
constexpr void write_sequence(PieceWriter& out, std::size_t column) {
  out.u32(column != no_column ? 1 : 0);
  if (column == no_column) return;
  out.byte(1);  // no name
  out.u16(static_cast<std::uint16_t>(column));
  for (int unsaid = 0; unsaid < 3; ++unsaid) out.byte(1);
  out.byte(1);  // the step, an I128
  for (int zero = 0; zero < 15; ++zero) out.byte(0);
}

// One RawColumnDefaultValueV10: the column, and the value's encoding as bytes.
template <class Option>
constexpr void write_default(PieceWriter& out) {
  if constexpr (Option::kind == OptionKind::default_value) {
    using Value = typename Option::column::value_type;
    const std::vector<std::uint8_t> bytes = bsatn::encode(convert_default<Value, Option::head>());
    out.u16(static_cast<std::uint16_t>(Option::column::place));
    out.u32(static_cast<std::uint32_t>(bytes.size()));
    for (const std::uint8_t byte : bytes) out.byte(byte);
  }
}

template <class... Options>
constexpr void write_defaults(PieceWriter& out, OptionList<Options...>) {
  if constexpr (has_v10) out.u32(static_cast<std::uint32_t>(count_of<OptionKind::default_value, Options...>));
  (write_default<Options>(out), ...);
}

// V9: the schedule is a part of the table.
template <class Table>
constexpr void write_v9_schedule(PieceWriter& out) {
  if constexpr (Table::schedule_column == no_column) {
    out.byte(1);
  } else {
    out.byte(0);
    out.byte(1);  // no name
    out.text(bsatn::detail::function_name<typename Table::schedule_target>());
    out.u16(static_cast<std::uint16_t>(Table::schedule_column));
  }
}

// RawTableDefV9 or RawTableDefV10.
template <class Table>
constexpr void write_table(PieceWriter& out) {
  out.text(Table::name);
  out.reference(type_shape<typename Table::row_type>);
  write_primary_key(out, Table::primary_key_column);
  write_indexes<Table>(out, std::make_index_sequence<Table::indexes.size()>());
  write_constraints(out, Table::indexes);
  write_sequence(out, Table::auto_inc_column);
  if constexpr (!has_v10) write_v9_schedule<Table>(out);
  out.byte(1);                         // a user's table
  out.byte(Table::is_public ? 0 : 1);  // access
  write_defaults(out, typename Table::options());
  if constexpr (has_v10) out.byte(Table::is_event ? 1 : 0);
}

// RawScheduleDefV10.
template <class Table>
constexpr void write_schedule(PieceWriter& out) {
  out.byte(1);  // no name
  out.text(Table::name);
  out.u16(static_cast<std::uint16_t>(Table::schedule_column));
  out.text(bsatn::detail::function_name<typename Table::schedule_target>());
}

}  // namespace stdb::detail
