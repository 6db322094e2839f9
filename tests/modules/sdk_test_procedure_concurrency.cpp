// tests/modules/sdk_test_procedure_concurrency.cpp: what else runs while a procedure sleeps.
#include <stdb/module.hpp>

using stdb::ProcedureContext;
using stdb::ReducerContext;
using stdb::ScheduleAt;
using stdb::TimeDuration;
using stdb::TransactionContext;

struct ProcedureConcurrencyRow {
  std::uint32_t insertion_order;
  std::string insertion_context;
};
inline constexpr stdb::table<ProcedureConcurrencyRow, "procedure_concurrency_row", stdb::is_public,
                             stdb::auto_inc<&ProcedureConcurrencyRow::insertion_order>>
    procedure_concurrency_row;
struct insert_scheduled_reducer;
struct ScheduledReducerRow {
  std::uint64_t scheduled_id;
  ScheduleAt scheduled_at;
};
inline constexpr stdb::table<ScheduledReducerRow, "scheduled_reducer_row",
                             stdb::primary_key<&ScheduledReducerRow::scheduled_id>,
                             stdb::auto_inc<&ScheduledReducerRow::scheduled_id>,
                             stdb::scheduled<&ScheduledReducerRow::scheduled_at, insert_scheduled_reducer>>
    scheduled_reducer_row;
struct scheduled_procedure_sleep_between_inserts;
struct ScheduledProcedureRow {
  std::uint64_t scheduled_id;
  ScheduleAt scheduled_at;
};
inline constexpr stdb::table<
    ScheduledProcedureRow, "scheduled_procedure_row", stdb::primary_key<&ScheduledProcedureRow::scheduled_id>,
    stdb::auto_inc<&ScheduledProcedureRow::scheduled_id>,
    stdb::scheduled<&ScheduledProcedureRow::scheduled_at, scheduled_procedure_sleep_between_inserts>>
    scheduled_procedure_row;

// In the transaction of a reducer or one of a procedure's own.
void insert_row(auto& ctx, std::string_view context) {
  ctx.db[procedure_concurrency_row].insert({0, std::string(context)});
}
void insert_in_tx(ProcedureContext& ctx, std::string_view context) {
  ctx.with_tx([&](TransactionContext& tx) { insert_row(tx, context); });
}

struct insert_reducer_row {
  void operator()(ReducerContext& ctx) const { insert_row(ctx, "reducer"); }
};
struct insert_scheduled_reducer {
  ScheduledReducerRow _schedule;
  void operator()(ReducerContext& ctx) const { insert_row(ctx, "scheduled_reducer"); }
};

// Sleeps until somebody else has inserted a row; gives up after ten seconds.
void wait_for_others(ProcedureContext& ctx) {
  const stdb::Timestamp deadline = ctx.timestamp() + TimeDuration::from_seconds(10);
  for (stdb::Timestamp now = ctx.timestamp(); now < deadline;) {
    now = ctx.sleep_until(now + TimeDuration::from_millis(100));
    const bool seen = ctx.with_tx([](TransactionContext& tx) {
      for (const ProcedureConcurrencyRow& row : tx.db[procedure_concurrency_row].rows()) {
        if (row.insertion_context != "procedure_before") return true;
      }
      return false;
    });
    if (seen) return;
  }
  stdb::panic("nobody has inserted a row within ten seconds");
}
struct procedure_sleep_between_inserts {
  void operator()(ProcedureContext& ctx) const {
    insert_in_tx(ctx, "procedure_before");
    wait_for_others(ctx);
    insert_in_tx(ctx, "procedure_after");
  }
};
struct procedure_schedule_reducer_between_inserts {
  void operator()(ProcedureContext& ctx) const {
    ctx.with_tx([](TransactionContext& tx) {
      insert_row(tx, "procedure_before");
      tx.db[scheduled_reducer_row].insert({0, ScheduleAt::time(tx.timestamp())});
    });
    wait_for_others(ctx);
    insert_in_tx(ctx, "procedure_after");
  }
};
struct scheduled_procedure_sleep_between_inserts {
  ScheduledProcedureRow _schedule;
  void operator()(ProcedureContext& ctx) const {
    insert_in_tx(ctx, "scheduled_procedure_before");
    // Servers run the scheduled reducer only when this procedure is done, so there is nothing to wait for.
    ctx.sleep_until(ctx.timestamp() + TimeDuration::from_seconds(10));
    insert_in_tx(ctx, "scheduled_procedure_after");
  }
};
struct schedule_procedure_then_reducer {
  void operator()(ReducerContext& ctx) const {
    ctx.db[scheduled_procedure_row].insert({0, ScheduleAt::time(ctx.timestamp())});
    ctx.db[scheduled_reducer_row].insert({0, ScheduleAt::time(ctx.timestamp() + TimeDuration::from_seconds(2))});
  }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<procedure_concurrency_row, scheduled_reducer_row, scheduled_procedure_row>,
                 stdb::reducers<insert_reducer_row, insert_scheduled_reducer, schedule_procedure_then_reducer>,
                 stdb::procedures<procedure_sleep_between_inserts, procedure_schedule_reducer_between_inserts,
                                  scheduled_procedure_sleep_between_inserts>,
                 stdb::case_conversion<stdb::CaseConversionPolicy::snake_case>>;
