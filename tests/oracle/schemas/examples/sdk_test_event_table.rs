// tests/oracle/schemas/examples/sdk_test_event_table.rs: the official module `sdk-test-event-table`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, ReducerContext};

#[table(accessor = test_event, public, event)]
pub struct TestEvent {
    name: String,
    value: u64,
}

#[reducer]
fn emit_test_event(ctx: &ReducerContext, name: String, value: u64) {}

#[reducer]
fn emit_multiple_test_events(ctx: &ReducerContext) {}

#[reducer]
fn noop(ctx: &ReducerContext) {}
