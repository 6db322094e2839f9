// tests/modules/sdk_test/other_tables.hpp: the tables that are like no other.
#pragma once

#include "one_tables.hpp"
#include "vec_tables.hpp"

namespace sdk_test {

struct LargeTable {
  std::uint8_t a;
  std::uint16_t b;
  std::uint32_t c;
  std::uint64_t d;
  stdb::u128 e;
  stdb::u256 f;
  std::int8_t g;
  std::int16_t h;
  std::int32_t i;
  std::int64_t j;
  stdb::i128 k;
  stdb::i256 l;
  bool m;
  float n;
  double o;
  std::string p;
  SimpleEnum q;
  EnumWithPayload r;
  UnitStruct s;
  ByteStruct t;
  EveryPrimitiveStruct u;
  EveryVecStruct v;
};
inline constexpr stdb::table<LargeTable, "large_table", stdb::is_public> large_table;
// Rows of other tables as columns.
struct TableHoldsTable {
  OneU8 a;
  VecU8 b;
};
inline constexpr stdb::table<TableHoldsTable, "table_holds_table", stdb::is_public> table_holds_table;

struct send_scheduled_message;
struct ScheduledTable {
  std::uint64_t scheduled_id;
  stdb::ScheduleAt scheduled_at;
  std::string text;
};
inline constexpr stdb::table<ScheduledTable, "scheduled_table", stdb::is_public,
                             stdb::primary_key<&ScheduledTable::scheduled_id>,
                             stdb::auto_inc<&ScheduledTable::scheduled_id>,
                             stdb::scheduled<&ScheduledTable::scheduled_at, send_scheduled_message>>
    scheduled_table;

struct IndexedTable {
  std::uint32_t player_id;
};
inline constexpr stdb::table<IndexedTable, "indexed_table", stdb::btree<&IndexedTable::player_id>> indexed_table;
struct IndexedTable2 {
  std::uint32_t player_id;
  float player_snazz;
};
inline constexpr stdb::table<
    IndexedTable2, "indexed_table_2",
    stdb::btree<"player_id_snazz_index", &IndexedTable2::player_id, &IndexedTable2::player_snazz>>
    indexed_table_2;
struct BTreeU32 {
  std::uint32_t n;
  std::int32_t data;
};
inline constexpr stdb::table<BTreeU32, "btree_u32", stdb::is_public, stdb::btree<&BTreeU32::n>> btree_u32;
struct IndexedSimpleEnum {
  SimpleEnum n;
};
inline constexpr stdb::table<IndexedSimpleEnum, "indexed_simple_enum", stdb::is_public,
                             stdb::btree<&IndexedSimpleEnum::n>>
    indexed_simple_enum;

struct Users {
  stdb::Identity identity;
  std::string name;
};
inline constexpr stdb::table<Users, "users", stdb::is_public, stdb::primary_key<&Users::identity>> users;

}  // namespace sdk_test
