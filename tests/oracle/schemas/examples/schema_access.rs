// tests/oracle/schemas/examples/schema_access.rs: public, private and event tables, several of one row type.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, CaseConversionPolicy, Identity, ReducerContext};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(accessor = message, public)]
#[table(accessor = archived_message, private)]
#[table(accessor = message_sent, public, event)]
#[table(accessor = message_seen, event)]
pub struct Message {
    id: u64,
    author: Identity,
    text: String,
}

#[table(accessor = seat, public)]
#[table(accessor = reserved_seat)]
pub struct Seat {
    #[primary_key]
    #[auto_inc]
    number: u16,
    #[unique]
    holder: String,
}

#[table(accessor = secret)]
pub struct Secret {
    text: String,
}

#[reducer]
fn send(ctx: &ReducerContext, id: u64, text: String) {}

#[reducer]
fn take_seat(ctx: &ReducerContext, holder: String) {}

#[reducer]
fn hide(ctx: &ReducerContext, text: String) {}
