// tests/modules/sdk_test_procedure.cpp: procedures that answer, fail, ask other servers, and change tables.
#include <stdb/module.hpp>

using stdb::col;
using stdb::ProcedureContext;
using stdb::ReducerContext;
using stdb::TransactionContext;

struct ReturnStruct {
  std::uint32_t a;
  std::string b;
};
struct ReturnEnumCases {
  std::uint32_t A;
  std::string B;
};
struct ReturnEnum : stdb::Sum<ReturnEnumCases> {};

struct MyTable {
  ReturnStruct field;
};
inline constexpr stdb::table<MyTable, "my_table", stdb::is_public> my_table;
struct scheduled_proc;
struct ScheduledProcTable {
  std::uint64_t scheduled_id;
  stdb::ScheduleAt scheduled_at;
  stdb::Timestamp reducer_ts;
  std::uint8_t x, y;
};
inline constexpr stdb::table<ScheduledProcTable, "scheduled_proc_table",
                             stdb::primary_key<&ScheduledProcTable::scheduled_id>,
                             stdb::auto_inc<&ScheduledProcTable::scheduled_id>,
                             stdb::scheduled<&ScheduledProcTable::scheduled_at, scheduled_proc>>
    scheduled_proc_table;
struct ProcInsertsInto {
  stdb::Timestamp reducer_ts, procedure_ts;
  std::uint8_t x, y;
};
inline constexpr stdb::table<ProcInsertsInto, "proc_inserts_into", stdb::is_public> proc_inserts_into;
struct PkUuid {
  stdb::Uuid u;
  std::uint8_t data;
};
inline constexpr stdb::table<PkUuid, "pk_uuid", stdb::is_public> pk_uuid;

struct return_primitive {
  std::uint32_t lhs, rhs;
  std::uint32_t operator()(ProcedureContext&) const { return lhs + rhs; }
};
struct return_struct {
  std::uint32_t a;
  std::string b;
  ReturnStruct operator()(ProcedureContext&) const { return {a, b}; }
};
struct return_enum_a {
  std::uint32_t a;
  ReturnEnum operator()(ProcedureContext&) const { return {ReturnEnum::of<&ReturnEnumCases::A>(a)}; }
};
struct return_enum_b {
  std::string b;
  ReturnEnum operator()(ProcedureContext&) const { return {ReturnEnum::of<&ReturnEnumCases::B>(b)}; }
};
struct will_panic {
  void operator()(ProcedureContext&) const { stdb::panic("This procedure is expected to panic"); }
};

struct read_my_schema {
  std::string server_url;
  std::string operator()(ProcedureContext& ctx) const {
    const std::string server = server_url.substr(0, server_url.find_last_not_of('/') + 1);
    const auto answer = ctx.http.get(server + "/v1/database/" + ctx.database_identity().to_hex() + "/schema?version=9");
    if (answer.is_err()) stdb::panic(answer.error().text);
    return answer.value().body;
  }
};
struct invalid_request {
  std::string operator()(ProcedureContext& ctx) const {
    const auto answer = ctx.http.get("http://foo.invalid/");
    if (answer.is_ok()) stdb::panic("there is no such host, and yet it answers: " + answer.value().body);
    return answer.error().text;
  }
};

void insert_my_table(TransactionContext& tx) { tx.db[my_table].insert({{42, "magic"}}); }
void check_row_count(ProcedureContext& ctx, std::uint64_t expected) {
  ctx.with_tx(
      [&](TransactionContext& tx) { stdb::check(tx.db[my_table].count() == expected, "so many rows are there"); });
}
struct insert_with_tx_commit {
  void operator()(ProcedureContext& ctx) const {
    ctx.with_tx(insert_my_table);
    check_row_count(ctx, 1);
  }
};
struct insert_with_tx_rollback {
  void operator()(ProcedureContext& ctx) const {
    const auto answer = ctx.try_with_tx([](TransactionContext& tx) -> stdb::Result<void, std::uint32_t> {
      insert_my_table(tx);
      return stdb::Err(24u);
    });
    stdb::check(answer.is_err(), "the error is handed on");
    check_row_count(ctx, 0);
  }
};

struct schedule_proc {
  void operator()(ReducerContext& ctx) const {
    const auto every = stdb::ScheduleAt::interval(stdb::TimeDuration::from_seconds(1));
    ctx.db[scheduled_proc_table].insert({0, every, ctx.timestamp(), 42, 24});
  }
};
struct scheduled_proc {
  ScheduledProcTable data;
  void operator()(ProcedureContext& ctx) const {
    const ProcInsertsInto row = {data.reducer_ts, ctx.timestamp(), data.x, data.y};
    ctx.with_tx([&](TransactionContext& tx) { tx.db[proc_inserts_into].insert(row); });
  }
};

struct sorted_uuids_insert {
  void operator()(ProcedureContext& ctx) const {
    ctx.with_tx([](TransactionContext& tx) {
      for (int i = 0; i < 1000; ++i) tx.db[pk_uuid].insert({tx.new_uuid_v7(), 0});
      std::optional<stdb::Uuid> last;
      for (const PkUuid& row : tx.db[pk_uuid].rows()) {
        stdb::check(!last || *last < row.u, "UUIDs are sorted");
        last = row.u;
      }
    });
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<my_table, scheduled_proc_table, proc_inserts_into, pk_uuid>,
                 stdb::reducers<schedule_proc>,
                 stdb::procedures<return_primitive, return_struct, return_enum_a, return_enum_b, will_panic,
                                  read_my_schema, invalid_request, insert_with_tx_commit, insert_with_tx_rollback,
                                  scheduled_proc, sorted_uuids_insert>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
