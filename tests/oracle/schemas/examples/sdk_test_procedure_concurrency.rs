// tests/oracle/schemas/examples/sdk_test_procedure_concurrency.rs: the official `sdk-test-procedure-concurrency`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{procedure, reducer, table, ProcedureContext, ReducerContext, ScheduleAt};

#[table(accessor = procedure_concurrency_row, public)]
struct ProcedureConcurrencyRow {
    #[auto_inc]
    insertion_order: u32,
    insertion_context: String,
}

#[table(accessor = scheduled_reducer_row, scheduled(insert_scheduled_reducer))]
struct ScheduledReducerRow {
    #[primary_key]
    #[auto_inc]
    scheduled_id: u64,
    scheduled_at: ScheduleAt,
}

#[table(accessor = scheduled_procedure_row, scheduled(scheduled_procedure_sleep_between_inserts))]
struct ScheduledProcedureRow {
    #[primary_key]
    #[auto_inc]
    scheduled_id: u64,
    scheduled_at: ScheduleAt,
}

#[reducer]
fn insert_reducer_row(ctx: &ReducerContext) {}

#[reducer]
fn insert_scheduled_reducer(ctx: &ReducerContext, _schedule: ScheduledReducerRow) {}

#[reducer]
fn schedule_procedure_then_reducer(ctx: &ReducerContext) {}

#[procedure]
fn procedure_sleep_between_inserts(ctx: &mut ProcedureContext) {}

#[procedure]
fn procedure_schedule_reducer_between_inserts(ctx: &mut ProcedureContext) {}

#[procedure]
fn scheduled_procedure_sleep_between_inserts(ctx: &mut ProcedureContext, _schedule: ScheduledProcedureRow) {}
