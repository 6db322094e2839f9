// sdk/host/src/calls/tables.cpp: host calls that look up and change tables.
#include "base/concat.hpp"
#include "calls/system_calls.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {

Table& SystemCalls::table_or_trap(std::uint32_t id, const char* call) const {
  Table* table = store().find_table(id);
  if (table == nullptr) throw Trap(concat("runtime error calling ", call, ": there is no table of id ", id));
  return *table;
}

std::int32_t SystemCalls::schedule(const Table& table, ByteView row) {
  if (!table.def().schedule || environment_.surroundings == nullptr) return STDB_OK;
  Surroundings& around = *environment_.surroundings;
  const bool is_set = around.timers.set(table, row, start_.at, around.clock.now());
  return is_set ? STDB_OK : STDB_SCHEDULE_AT_DELAY_TOO_LONG;
}

std::int32_t SystemCalls::table_id_from_name(const Memory& memory, Address name, std::uint32_t length, Address out) {
  const std::string_view text = memory.text(name, length);
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  const Table* table = store().find_table(text);
  if (table == nullptr) return STDB_NO_SUCH_TABLE;
  memory.write(out, table->id());
  return STDB_OK;
}

std::int32_t SystemCalls::index_id_from_name(const Memory& memory, Address name, std::uint32_t length, Address out) {
  const std::string_view text = memory.text(name, length);
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  const auto found = store().find_index(text);
  if (!found) return STDB_NO_SUCH_INDEX;
  memory.write(out, found->index->id());
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_table_row_count(const Memory& memory, std::uint32_t table_id, Address out) {
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  const Table* table = store().find_table(table_id);
  if (table == nullptr) return STDB_NO_SUCH_TABLE;
  if (ReadSet* reads = store().reads()) reads->add(*table);
  memory.write(out, std::uint64_t{table->row_count()});
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_insert_bsatn(const Memory& memory, std::uint32_t table_id, Address row_address,
                                                 Address length_address) {
  const auto length = memory.read<std::uint32_t>(length_address);
  const auto buffer = memory.slice(row_address, length);
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  Table& table = table_or_trap(table_id, "datastore_insert_bsatn");
  std::string why;
  const auto size = table.measure_row(buffer, why);
  if (!size) {
    throw Trap(concat("runtime error calling datastore_insert_bsatn: no row of table ", table.def().name, ": ", why));
  }
  // The guest's buffer takes the generated columns only, and only on success.
  Bytes row(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(*size));
  Bytes generated;
  table.generate(row, generated);
  Slot slot = 0;
  if (store().insert(table, row, slot) == Change::clash) return STDB_UNIQUE_ALREADY_EXISTS;
  std::ranges::copy(generated, buffer.begin());
  if (const std::int32_t error = schedule(table, row); error != STDB_OK) return error;  // the row stays, as on a server
  memory.write(length_address, static_cast<std::uint32_t>(generated.size()));
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_update_bsatn(const Memory& memory, std::uint32_t table_id, std::uint32_t index_id,
                                                 Address row_address, Address length_address) {
  const auto length = memory.read<std::uint32_t>(length_address);
  const auto buffer = memory.slice(row_address, length);
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  Table& table = table_or_trap(table_id, "datastore_update_bsatn");
  std::string why;
  const auto size = table.measure_row(buffer, why);
  if (!size) {
    throw Trap(concat("runtime error calling datastore_update_bsatn: no row of table ", table.def().name, ": ", why));
  }
  Bytes row(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(*size));
  Bytes generated;
  table.generate(row, generated);
  const auto found = store().find_index(index_id);
  if (!found || found->table != &table) return STDB_NO_SUCH_INDEX;
  if (!found->index->def().is_unique) return STDB_INDEX_NOT_UNIQUE;
  Bytes key;
  found->index->append_key(row, key);
  const Slot old = found->index->find(key);
  if (table.clashes(row, old, *found->index)) return STDB_UNIQUE_ALREADY_EXISTS;
  if (old == RowSet::none) return STDB_NO_SUCH_ROW;
  if (!std::ranges::equal(table.row_at(old)->bytes(), row)) {
    store().remove(table, old);
    Slot slot = 0;
    store().insert(table, row, slot);  // cannot clash: that was looked for
  }
  std::ranges::copy(generated, buffer.begin());
  if (const std::int32_t error = schedule(table, row); error != STDB_OK) return error;
  memory.write(length_address, static_cast<std::uint32_t>(generated.size()));
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_delete_all_by_eq_bsatn(const Memory& memory, std::uint32_t table_id, Address rows,
                                                           std::uint32_t length, Address out) {
  ByteView relation = memory.slice(rows, length);
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  Table* table = store().find_table(table_id);
  if (table == nullptr) return STDB_NO_SUCH_TABLE;
  if (relation.size() < sizeof(std::uint32_t)) return STDB_BSATN_DECODE_ERROR;
  const auto count = load<std::uint32_t>(relation.data());
  relation = relation.subspan(sizeof count);
  // All rows are read before the first is deleted. Rows without bytes are all the same one.
  std::vector<ByteView> wanted;
  for (std::uint32_t index = 0; index < count; ++index) {
    const auto size = measure(table->row_type(), table->space(), relation);
    if (!size) return STDB_BSATN_DECODE_ERROR;
    wanted.push_back(relation.first(*size));
    relation = relation.subspan(*size);
    if (*size == 0) break;
  }
  std::uint32_t deleted = 0;
  for (const ByteView row : wanted) {
    const Slot slot = table->find(row);
    if (slot == RowSet::none) continue;
    store().remove(*table, slot);
    ++deleted;
  }
  memory.write(out, deleted);
  return STDB_OK;
}

std::int32_t SystemCalls::datastore_clear(const Memory& memory, std::uint32_t table_id, Address out) {
  if (!in_transaction()) return STDB_NOT_IN_TRANSACTION;
  Table& table = table_or_trap(table_id, "datastore_clear");
  std::uint64_t deleted = 0;
  for (Slot slot = 0; slot < table.slot_count(); ++slot) {
    if (table.row_at(slot) == nullptr) continue;
    store().remove(table, slot);
    ++deleted;
  }
  memory.write(out, deleted);
  return STDB_OK;
}

}  // namespace stdb::host
