// sdk/module/src/ids.cpp: the ids of tables and indexes, by their names.
#include "stdb/module/detail/runtime.hpp"

namespace stdb::detail {
namespace {

// One instance of a wasm module belongs to one database; a native program may hold several.
#ifdef __wasm__
constexpr bool keeps_ids = true;
#else
constexpr bool keeps_ids = false;
#endif

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

}  // namespace

std::uint32_t table_id(Named& table) {
  std::uint32_t& cache = table.id;
  const std::string_view name = table.name();
  if (!keeps_ids || cache == 0) {
    const std::int32_t code = stdb_table_id_from_name(bytes_of(name), static_cast<std::uint32_t>(name.size()), &cache);
    expect_ok(code, code == STDB_NO_SUCH_TABLE ? "use of a table that is not in stdb::tables<...>" : "table id", name);
  }
  return cache;
}

std::uint32_t index_id(Named& index) {
  std::uint32_t& cache = index.id;
  const std::string_view name = index.name();
  if (!keeps_ids || cache == 0) {
    expect_ok(stdb_index_id_from_name(bytes_of(name), static_cast<std::uint32_t>(name.size()), &cache), "index id",
              name);
  }
  return cache;
}

std::uint32_t insert_bytes(Named& table, std::uint8_t* row, std::uint32_t size) {
  expect_ok(stdb_datastore_insert_bsatn(table_id(table), row, &size), "insert", table.name());
  return size;
}

std::uint32_t update_bytes(Named& table, Named& index, std::uint8_t* row, std::uint32_t size) {
  expect_ok(stdb_datastore_update_bsatn(table_id(table), index_id(index), row, &size), "update", table.name());
  return size;
}

std::uint32_t erase_bytes(Named& table, const std::uint8_t* list, std::uint32_t size) {
  std::uint32_t erased = 0;
  expect_ok(stdb_datastore_delete_all_by_eq_bsatn(table_id(table), list, size, &erased), "erase", table.name());
  return erased;
}

}  // namespace stdb::detail
