// tests/modules/sdk_test/reducers.hpp: the reducers that are like no other.
#pragma once

#include "option_result_tables.hpp"
#include "pk_tables.hpp"
#include "row_reducers.hpp"
#include "unique_tables.hpp"

namespace sdk_test {

using stdb::Err;
using stdb::Ok;
using stdb::ReducerResult;

struct update_pk_simple_enum {
  SimpleEnum a;
  std::int32_t data;
  ReducerResult operator()(ReducerContext& ctx) const {
    const auto by_a = ctx.db[pk_simple_enum].by(col<&PkSimpleEnum::a>);
    if (!by_a.find(a)) return Err("row not found");
    by_a.update({a, data});
    return Ok();
  }
};

template <class Table>
void insert_all(ReducerContext& ctx, const Table& table, const std::vector<typename Table::row_type>& rows) {
  for (const auto& row : rows) ctx.db[table].insert(row);
}
struct insert_into_btree_u32 {
  std::vector<BTreeU32> rows;
  void operator()(ReducerContext& ctx) const { insert_all(ctx, btree_u32, rows); }
};
struct delete_from_btree_u32 {
  std::vector<BTreeU32> rows;
  void operator()(ReducerContext& ctx) const {
    for (const BTreeU32& row : rows) ctx.db[btree_u32].erase(row);
  }
};
struct insert_into_pk_btree_u32 {
  std::vector<PkU32> pk_u32;
  std::vector<BTreeU32> bt_u32;
  void operator()(ReducerContext& ctx) const {
    insert_all(ctx, sdk_test::pk_u32, pk_u32);
    insert_all(ctx, btree_u32, bt_u32);
  }
};

// For clients that join unique_u32 and pk_u32 and must not see a row twice.
struct insert_unique_u32_update_pk_u32 {
  std::uint32_t n;
  std::int32_t d_unique, d_pk;
  void operator()(ReducerContext& ctx) const {
    ctx.db[unique_u32].insert({n, d_unique});
    ctx.db[pk_u32].by(col<&PkU32::n>).update({n, d_pk});
  }
};
struct delete_pk_u32_insert_pk_u32_two {
  std::uint32_t n;
  std::int32_t data;
  void operator()(ReducerContext& ctx) const {
    ctx.db[pk_u32_two].insert({n, data});
    ctx.db[pk_u32].erase(PkU32{n, data});
  }
};

// The caller as the column.
struct insert_caller_one_identity {
  void operator()(ReducerContext& ctx) const { with_i<insert, one_identity>{ctx.sender()}(ctx); }
};
struct insert_caller_vec_identity {
  void operator()(ReducerContext& ctx) const { with_i<insert, vec_identity>{{ctx.sender()}}(ctx); }
};
struct insert_caller_unique_identity {
  std::int32_t data;
  void operator()(ReducerContext& ctx) const { with_i_data<insert, unique_identity>{ctx.sender(), data}(ctx); }
};
struct insert_caller_pk_identity {
  std::int32_t data;
  void operator()(ReducerContext& ctx) const { with_i_data<insert, pk_identity>{ctx.sender(), data}(ctx); }
};

// The caller's connection as the column; a reducer that is called by nobody's has none.
ReducerResult insert_connection_id(ReducerContext& ctx, const auto& table, const auto&... data) {
  const std::optional<stdb::ConnectionId> connection = ctx.connection_id();
  if (!connection) return Err("No connection id in reducer context");
  ctx.db[table].insert({{*connection}, data...});
  return Ok();
}
struct insert_caller_one_connection_id {
  ReducerResult operator()(ReducerContext& ctx) const { return insert_connection_id(ctx, one_connection_id); }
};
struct insert_caller_vec_connection_id {
  ReducerResult operator()(ReducerContext& ctx) const { return insert_connection_id(ctx, vec_connection_id); }
};
struct insert_caller_unique_connection_id {
  std::int32_t data;
  ReducerResult operator()(ReducerContext& ctx) const { return insert_connection_id(ctx, unique_connection_id, data); }
};
struct insert_caller_pk_connection_id {
  std::int32_t data;
  ReducerResult operator()(ReducerContext& ctx) const { return insert_connection_id(ctx, pk_connection_id, data); }
};

struct insert_call_timestamp {
  void operator()(ReducerContext& ctx) const { with_t<insert, one_timestamp>{ctx.timestamp()}(ctx); }
};
struct insert_call_uuid_v4 {
  void operator()(ReducerContext& ctx) const { with_u<insert, one_uuid>{ctx.new_uuid_v4()}(ctx); }
};
struct insert_call_uuid_v7 {
  void operator()(ReducerContext& ctx) const { with_u<insert, one_uuid>{ctx.new_uuid_v7()}(ctx); }
};

struct insert_primitives_as_strings {
  EveryPrimitiveStruct s;
  ReducerResult operator()(ReducerContext& ctx) const {
    const auto texts = [](const auto&... values) { return std::vector<std::string>{stdb::format("{}", values)...}; };
    ctx.db[vec_string].insert({texts(s.a, s.b, s.c, s.d, s.e, s.f, s.g, s.h, s.i, s.j, s.k, s.l, s.m, s.n, s.o, s.p,
                                     s.q, s.r, s.s, s.t, s.u)});
    return Ok();
  }
};

struct insert_table_holds_table {
  OneU8 a;
  VecU8 b;
  void operator()(ReducerContext& ctx) const { ctx.db[table_holds_table].insert({a, b}); }
};
struct no_op_succeeds {
  void operator()(ReducerContext&) const {}
};
struct send_scheduled_message {
  ScheduledTable arg;
  void operator()(ReducerContext&) const {}
};
struct insert_user {
  std::string name;
  stdb::Identity identity;
  void operator()(ReducerContext& ctx) const { ctx.db[users].insert({identity, name}); }
};
struct insert_into_indexed_simple_enum {
  SimpleEnum n;
  void operator()(ReducerContext& ctx) const { ctx.db[indexed_simple_enum].insert({n}); }
};
struct update_indexed_simple_enum {
  SimpleEnum a, b;
  void operator()(ReducerContext& ctx) const {
    const auto rows = ctx.db[indexed_simple_enum];
    if (rows.by(col<&IndexedSimpleEnum::n>).erase(a) > 0) rows.insert({b});
  }
};
struct sorted_uuids_insert {
  ReducerResult operator()(ReducerContext& ctx) const {
    for (int i = 0; i < 1000; ++i) ctx.db[pk_uuid].insert({ctx.new_uuid_v7(), 0});
    std::optional<stdb::Uuid> last;
    for (const PkUuid& row : ctx.db[pk_uuid].rows()) {
      if (last && *last >= row.u) return Err("UUIDs are not sorted correctly");
      last = row.u;
    }
    return Ok();
  }
};

}  // namespace sdk_test
