// sdk/module/src/ids.cpp: the ids of tables and indexes, by their names, and the host calls that change rows.
#include "stdb/module/detail/runtime.hpp"

namespace stdb::detail {
namespace {

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

}  // namespace

std::uint32_t ask_table_id(Named& table) {
  const std::int32_t code = stdb_table_id_from_name(bytes_of(table.name()), table.size, &table.id);
  expect_ok(code, code == STDB_NO_SUCH_TABLE ? "use of a table that is not in stdb::tables<...>" : "table id",
            table.name());
  return table.id;
}

std::uint32_t ask_index_id(Named& index) {
  expect_ok(stdb_index_id_from_name(bytes_of(index.name()), index.size, &index.id), "index id", index.name());
  return index.id;
}

std::uint32_t insert_bytes(Named& table, std::uint8_t* row, std::uint32_t size) {
  the_scratch.word = size;
  expect_ok(stdb_datastore_insert_bsatn(table_id(table), row, &the_scratch.word), "insert", table.name());
  return the_scratch.word;
}

std::uint32_t update_bytes(Named& table, Named& index, std::uint8_t* row, std::uint32_t size) {
  the_scratch.word = size;
  expect_ok(stdb_datastore_update_bsatn(table_id(table), index_id(index), row, &the_scratch.word), "update",
            table.name());
  return the_scratch.word;
}

std::uint32_t erase_bytes(Named& table, const std::uint8_t* list, std::uint32_t size) {
  expect_ok(stdb_datastore_delete_all_by_eq_bsatn(table_id(table), list, size, &the_scratch.word), "erase",
            table.name());
  return the_scratch.word;
}

}  // namespace stdb::detail
