// sdk/module/.../detail/row_codec.hpp: rows to the host and back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "stdb/bsatn/decode.hpp"
#include "stdb/bsatn/encode.hpp"
#include "stdb/bsatn/result.hpp"
#include "stdb/module/detail/handle_ids.hpp"
#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/insert_error.hpp"
#include "stdb/schema/table.hpp"

namespace stdb::detail {

// A row's bytes in the scratch buffer.
struct RowBytes {
  std::uint8_t* begin;
  std::uint32_t size;
};

// After room for `Before` other bytes, which count.
template <std::size_t Before = 0, class Row>
RowBytes encode_row(const Row& row) {
  if constexpr (!bsatn::detail::require_encodable<Row>()) {
    return {};
  } else if constexpr (bsatn::fixed_size<Row> != bsatn::varying) {
    constexpr std::size_t size = Before + bsatn::fixed_size<Row>;
    std::uint8_t* const begin = fixed_scratch<size>();
    bsatn::encode_at(begin + Before, row);
    return {begin, static_cast<std::uint32_t>(size)};
  } else {
    const std::size_t size = Before + bsatn::measure(row);
    std::uint8_t* const begin = scratch(size);
    bsatn::encode_at(begin + Before, row);
    return {begin, static_cast<std::uint32_t>(size)};
  }
}

// After an insert or update the host has written the generated columns over the row's bytes, or nothing where none was
// generated.
template <class Table>
void take_generated(typename Table::row_type& row, const std::uint8_t* written, std::uint32_t size) {
  if constexpr (Table::auto_inc_column != no_column) {
    if (size == 0) return;
    bsatn::detail::Refusal refusal;
    if (bsatn::detail::decode_checked(written, written + size, refusal,
                                      bsatn::detail::field<Table::auto_inc_column>(row)) == nullptr) {
      row_does_not_decode(Table::name);
    }
  }
}

// One host call. The row gets its generated columns.
template <class Table>
void insert_row(typename Table::row_type& row) {
  const RowBytes bytes = encode_row(row);
  take_generated<Table>(row, bytes.begin, insert_bytes(table_of<Table>, bytes.begin, bytes.size));
}

template <class Table>
void update_row(Named& index, typename Table::row_type& row) {
  const RowBytes bytes = encode_row(row);
  take_generated<Table>(row, bytes.begin, update_bytes(table_of<Table>, index, bytes.begin, bytes.size));
}

// As insert_row, but the host's code is an answer.
template <class Table>
std::int32_t try_insert_row(typename Table::row_type& row) {
  const RowBytes bytes = encode_row(row);
  the_scratch.word = bytes.size;
  const std::int32_t code = stdb_datastore_insert_bsatn(table_id(table_of<Table>), bytes.begin, &the_scratch.word);
  if (code == STDB_OK) take_generated<Table>(row, bytes.begin, the_scratch.word);
  return code;
}

// Whether the host is to give out the value of this index's column: then no row has it yet.
template <class Table, std::size_t Index>
bool key_is_generated([[maybe_unused]] const typename Table::row_type& row) {
  if constexpr (Table::auto_inc_column == Table::indexes[Index].columns[0]) {
    using Column = bsatn::detail::field_type<typename Table::row_type, Table::auto_inc_column>;
    return bsatn::detail::field<Table::auto_inc_column>(row) == Column{};
  } else {
    return false;
  }
}

// Replaces the row with the same key, or inserts it where there is none: one host call, or two.
template <class Table>
std::int32_t insert_or_update_row(Named& index, typename Table::row_type& row) {
  const RowBytes bytes = encode_row(row);
  the_scratch.word = bytes.size;
  const std::uint32_t table = table_id(table_of<Table>);
  std::int32_t code = stdb_datastore_update_bsatn(table, index_id(index), bytes.begin, &the_scratch.word);
  if (code == STDB_NO_SUCH_ROW) {
    the_scratch.word = bytes.size;
    code = stdb_datastore_insert_bsatn(table, bytes.begin, &the_scratch.word);
  }
  if (code == STDB_OK) take_generated<Table>(row, bytes.begin, the_scratch.word);
  return code;
}

// The rows as the host's list of rows.
template <class Row>
RowBytes encode_rows(std::span<const Row> rows) {
  if constexpr (bsatn::detail::require_encodable<Row>()) {
    std::size_t size = 4;
    for (const Row& row : rows) size += bsatn::measure(row);
    std::uint8_t* const list = scratch(size);
    std::uint8_t* at = bsatn::detail::put_integer(list, static_cast<std::uint32_t>(rows.size()));
    for (const Row& row : rows) at = bsatn::encode_at(at, row);
    return {list, static_cast<std::uint32_t>(size)};
  } else {
    return {};
  }
}

// The answer to a row that was tried: the row as it is stored, or why it is not. Other failures are panics.
template <class Table>
Result<typename Table::row_type, InsertError> answer_of(std::int32_t code, std::string_view call,
                                                        typename Table::row_type& row) {
  if (code == STDB_UNIQUE_ALREADY_EXISTS) return Err(InsertError::unique_already_exists);
  if (code == STDB_SCHEDULE_AT_DELAY_TOO_LONG) return Err(InsertError::schedule_at_delay_too_long);
  expect_ok(code, call, Table::name);
  return Ok(std::move(row));
}

}  // namespace stdb::detail
