// tests/oracle/schemas/examples/schema_lifecycle.rs: the reducers that the server calls, under names of their own.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, CaseConversionPolicy, ConnectionId, Identity, ReducerContext, Timestamp};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(accessor = event, public)]
pub struct Event {
    what: String,
    who: Identity,
    connection: Option<ConnectionId>,
    at: Timestamp,
}

#[table(accessor = banned)]
pub struct Banned {
    #[primary_key]
    who: Identity,
}

#[reducer(init)]
fn database_was_made(ctx: &ReducerContext) {}

#[reducer(client_connected)]
fn somebody_came(ctx: &ReducerContext) {}

#[reducer(client_disconnected)]
fn somebody_went(ctx: &ReducerContext) {}

#[reducer]
fn ban(ctx: &ReducerContext, who: Identity) {}

#[reducer]
fn forget(ctx: &ReducerContext) {}
