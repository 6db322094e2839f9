// tests/oracle/schemas/examples/schema_schedules.rs: schedules of reducers and procedures, and columns in any order.
#![allow(unused_variables, dead_code)]
use spacetimedb::{
    procedure, reducer, table, CaseConversionPolicy, ProcedureContext, ReducerContext, ScheduleAt, Timestamp,
};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(accessor = once_timer, scheduled(run_once))]
pub struct OnceTimer {
    #[primary_key]
    #[auto_inc]
    scheduled_id: u64,
    scheduled_at: ScheduleAt,
    text: String,
}

/// The time stands last and is called otherwise; the id is not generated.
#[table(accessor = often_timer, public, scheduled(run_often, at = next))]
pub struct OftenTimer {
    count: u32,
    #[primary_key]
    number: u64,
    next: ScheduleAt,
}

#[table(accessor = procedure_timer, scheduled(run_procedure))]
pub struct ProcedureTimer {
    scheduled_at: ScheduleAt,
    #[primary_key]
    #[auto_inc]
    id: u64,
}

#[table(accessor = ran, public)]
pub struct Ran {
    what: String,
    at: Timestamp,
}

#[reducer]
fn run_once(ctx: &ReducerContext, timer: OnceTimer) {}

#[reducer]
fn run_often(ctx: &ReducerContext, timer: OftenTimer) {}

#[procedure]
fn run_procedure(ctx: &mut ProcedureContext, timer: ProcedureTimer) {}

#[reducer]
fn start_all(ctx: &ReducerContext) {}

#[reducer]
fn stop(ctx: &ReducerContext) {}
