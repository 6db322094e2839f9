// sdk/module/src/index_scan.cpp: scans and erasures by index, by key and by range.
#include "stdb/module/detail/runtime.hpp"
#include "stdb/module/detail/scan.hpp"

namespace stdb::detail {
namespace {

// Where there are no bytes the host still wants a pointer that is not null.
const std::uint8_t* pointer_of(std::span<const std::uint8_t> bytes) {
  static constexpr std::uint8_t nothing = 0;
  return bytes.empty() ? &nothing : bytes.data();
}

std::uint32_t size_of(std::span<const std::uint8_t> bytes) { return static_cast<std::uint32_t>(bytes.size()); }

}  // namespace

std::uint64_t count_rows(Named& table) {
  std::uint64_t rows = 0;
  expect_ok(stdb_datastore_table_row_count(table_id(table), &rows), "count", table.name());
  return rows;
}

RowSource scan_range(Named& index, const RangeArguments& arguments) {
  std::uint32_t iterator = 0;
  const std::int32_t code = stdb_datastore_index_scan_range_bsatn(
      index_id(index), pointer_of(arguments.prefix), size_of(arguments.prefix), arguments.prefix_columns,
      arguments.low.data(), size_of(arguments.low), arguments.high.data(), size_of(arguments.high), &iterator);
  expect_ok(code, "filter", index.name());
  return {iterator, index};
}

std::uint32_t erase_range(Named& index, const RangeArguments& arguments) {
  std::uint32_t erased = 0;
  const std::int32_t code = stdb_datastore_delete_by_index_scan_range_bsatn(
      index_id(index), pointer_of(arguments.prefix), size_of(arguments.prefix), arguments.prefix_columns,
      arguments.low.data(), size_of(arguments.low), arguments.high.data(), size_of(arguments.high), &erased);
  expect_ok(code, "erase", index.name());
  return erased;
}

RowSource scan_point(Named& index, std::span<const std::uint8_t> key) {
  std::uint32_t iterator = 0;
  expect_ok(stdb_datastore_index_scan_point_bsatn(index_id(index), key.data(), size_of(key), &iterator),
            "find or filter", index.name());
  return {iterator, index};
}

std::uint32_t erase_point(Named& index, std::span<const std::uint8_t> key) {
  std::uint32_t erased = 0;
  expect_ok(stdb_datastore_delete_by_index_scan_point_bsatn(index_id(index), key.data(), size_of(key), &erased),
            "erase", index.name());
  return erased;
}

bool find_row(Named& index, std::span<const std::uint8_t> key, DecodeRow* decode, void* row) {
  RowSource source = scan_point(index, key);
  const std::span<const std::uint8_t> bytes = source.rows();
  if (bytes.empty()) return false;
  if (!decode(bytes.data(), bytes.size(), row)) row_does_not_decode(index.name());
  return true;
}

}  // namespace stdb::detail
