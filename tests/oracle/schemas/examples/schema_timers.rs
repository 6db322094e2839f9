// tests/oracle/schemas/examples/schema_timers.rs: schedules as servers of 1.x have them, of reducers and nothing else.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, CaseConversionPolicy, ReducerContext, ScheduleAt, Timestamp};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(accessor = alarm, scheduled(ring))]
pub struct Alarm {
    #[primary_key]
    #[auto_inc]
    scheduled_id: u64,
    scheduled_at: ScheduleAt,
    text: String,
    left: u8,
}

#[table(accessor = rung, public)]
pub struct Rung {
    text: String,
    at: Timestamp,
}

#[reducer]
fn ring(ctx: &ReducerContext, alarm: Alarm) {}

#[reducer]
fn set_alarms(ctx: &ReducerContext) {}
