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
#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/insert_error.hpp"
#include "stdb/schema/table.hpp"

namespace stdb::detail {

// The row's bytes in the scratch buffer.
template <class Row>
std::span<std::uint8_t> encode_row(const Row& row) {
  const std::size_t size = bsatn::measure(row);
  const std::span<std::uint8_t> bytes = scratch(size).first(size);
  bsatn::encode_at(bytes.data(), row);
  return bytes;
}

// After an insert or update the host has written the generated columns over the row's bytes, or nothing where none was
// generated.
template <class Table>
void take_generated(typename Table::row_type& row, std::span<const std::uint8_t> written) {
  if constexpr (Table::auto_inc_column != no_column) {
    if (written.empty()) return;
    bsatn::Reader reader(written);
    if (!bsatn::decode_next(reader, bsatn::detail::field<Table::auto_inc_column>(row)))
      row_does_not_decode(Table::name);
  }
}

// One host call; its answer. The row gets its generated columns.
template <class Table>
std::int32_t insert_row(std::uint32_t table, typename Table::row_type& row) {
  const std::span<std::uint8_t> bytes = encode_row(row);
  auto size = static_cast<std::uint32_t>(bytes.size());
  const std::int32_t code = stdb_datastore_insert_bsatn(table, bytes.data(), &size);
  if (code == STDB_OK) take_generated<Table>(row, bytes.first(size));
  return code;
}

template <class Table>
std::int32_t update_row(std::uint32_t table, std::uint32_t index, typename Table::row_type& row) {
  const std::span<std::uint8_t> bytes = encode_row(row);
  auto size = static_cast<std::uint32_t>(bytes.size());
  const std::int32_t code = stdb_datastore_update_bsatn(table, index, bytes.data(), &size);
  if (code == STDB_OK) take_generated<Table>(row, bytes.first(size));
  return code;
}

// Replaces the row with the same key, or inserts it where there is none: one host call, or two.
template <class Table>
std::int32_t insert_or_update_row(std::uint32_t table, std::uint32_t index, typename Table::row_type& row) {
  const std::span<std::uint8_t> bytes = encode_row(row);
  auto size = static_cast<std::uint32_t>(bytes.size());
  std::int32_t code = stdb_datastore_update_bsatn(table, index, bytes.data(), &size);
  if (code == STDB_NO_SUCH_ROW) {
    size = static_cast<std::uint32_t>(bytes.size());
    code = stdb_datastore_insert_bsatn(table, bytes.data(), &size);
  }
  if (code == STDB_OK) take_generated<Table>(row, bytes.first(size));
  return code;
}

// The rows as the host's list of rows, in the scratch buffer.
template <class Row>
std::span<const std::uint8_t> encode_rows(std::span<const Row> rows) {
  std::size_t size = 4;
  for (const Row& row : rows) size += bsatn::measure(row);
  std::uint8_t* const list = scratch(size).data();
  std::uint8_t* at = bsatn::detail::put_integer(list, static_cast<std::uint32_t>(rows.size()));
  for (const Row& row : rows) at = bsatn::encode_at(at, row);
  return {list, size};
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
