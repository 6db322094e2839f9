// sdk/module/src/index_scan.cpp: scans and erasures, whole, by key and by range.
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

// The iterator has more to say than "here is the row, and that was all": the row is larger than the buffer, or the host
// has not looked yet whether there is another.
[[gnu::noinline]] const std::uint8_t* read_first_row(std::uint32_t iterator, std::int32_t code, const Named& index) {
  for (;;) {
    if (code == STDB_BUFFER_TOO_SMALL) {
      scratch(the_scratch.word);
    } else if (code == STDB_EXHAUSTED) {
      return the_scratch.word == 0 ? nullptr : the_scratch.bytes + the_scratch.word;
    } else if (code != STDB_OK) {
      host_refused("find", index.name(), code);
    } else if (const std::uint32_t size = the_scratch.word; size != 0) {
      expect_ok(stdb_row_iter_bsatn_close(iterator), "end of a scan", index.name());
      return the_scratch.bytes + size;
    }
    the_scratch.word = static_cast<std::uint32_t>(the_scratch.capacity);
    code = stdb_row_iter_bsatn_advance(iterator, the_scratch.bytes, &the_scratch.word);
  }
}

// In find_row too: a call less for what a join does for each row.
[[gnu::always_inline]] inline std::uint32_t open_point(Named& index, const std::uint8_t* key, std::uint32_t size) {
  expect_ok(stdb_datastore_index_scan_point_bsatn(index_id(index), key, size, &the_scratch.word), "find or filter",
            index.name());
  return the_scratch.word;
}

}  // namespace

std::uint64_t count_rows(Named& table) {
  std::uint64_t rows = 0;
  expect_ok(stdb_datastore_table_row_count(table_id(table), &rows), "count", table.name());
  return rows;
}

std::uint32_t scan_table(Named& table) {
  expect_ok(stdb_datastore_table_scan_bsatn(table_id(table), &the_scratch.word), "scan", table.name());
  return the_scratch.word;
}

std::uint32_t scan_range(Named& index, const RangeArguments& arguments) {
  const std::int32_t code = stdb_datastore_index_scan_range_bsatn(
      index_id(index), pointer_of(arguments.prefix), size_of(arguments.prefix), arguments.prefix_columns,
      arguments.low.data(), size_of(arguments.low), arguments.high.data(), size_of(arguments.high), &the_scratch.word);
  expect_ok(code, "filter", index.name());
  return the_scratch.word;
}

std::uint32_t erase_range(Named& index, const RangeArguments& arguments) {
  const std::int32_t code = stdb_datastore_delete_by_index_scan_range_bsatn(
      index_id(index), pointer_of(arguments.prefix), size_of(arguments.prefix), arguments.prefix_columns,
      arguments.low.data(), size_of(arguments.low), arguments.high.data(), size_of(arguments.high), &the_scratch.word);
  expect_ok(code, "erase", index.name());
  return the_scratch.word;
}

std::uint32_t scan_point(Named& index, const std::uint8_t* key, std::uint32_t size) {
  return open_point(index, key, size);
}

std::uint32_t erase_point(Named& index, const std::uint8_t* key, std::uint32_t size) {
  expect_ok(stdb_datastore_delete_by_index_scan_point_bsatn(index_id(index), key, size, &the_scratch.word), "erase",
            index.name());
  return the_scratch.word;
}

// The usual answer first: the row, and that it was the last one.
const std::uint8_t* find_row(Named& index, const std::uint8_t* key, std::uint32_t size) {
  const std::uint32_t iterator = open_point(index, key, size);
  std::uint8_t* const bytes = present_scratch();
  the_scratch.word = static_cast<std::uint32_t>(the_scratch.capacity);
  const std::int32_t code = stdb_row_iter_bsatn_advance(iterator, bytes, &the_scratch.word);
  if (code != STDB_EXHAUSTED) [[unlikely]]
    return read_first_row(iterator, code, index);
  return the_scratch.word == 0 ? nullptr : bytes + the_scratch.word;
}

}  // namespace stdb::detail
