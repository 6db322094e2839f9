// tests/oracle/schemas/examples/schema_procedures.rs: procedures that take and return everything, and nothing.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::{
    procedure, table, CaseConversionPolicy, ConnectionId, Identity, ProcedureContext, SpacetimeType, Timestamp,
};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[derive(SpacetimeType)]
pub struct Answer {
    status: u16,
    body: String,
    headers: Vec<Header>,
}

#[derive(SpacetimeType)]
pub struct Header {
    name: String,
    value: String,
}

#[derive(SpacetimeType)]
pub struct Caller {
    sender: Identity,
    connection: Option<ConnectionId>,
    database: Identity,
    at: Timestamp,
}

#[table(accessor = note, public)]
pub struct Note {
    #[primary_key]
    #[auto_inc]
    id: u64,
    text: String,
}

#[procedure]
fn nothing(ctx: &mut ProcedureContext) {}

#[procedure]
fn yes(ctx: &mut ProcedureContext, no: bool) -> bool {
    !no
}

#[procedure]
fn add(ctx: &mut ProcedureContext, a: i128, b: i128) -> i128 {
    a + b
}

#[procedure]
fn write(ctx: &mut ProcedureContext, text: String) -> u64 {
    0
}

#[procedure]
fn try_write(ctx: &mut ProcedureContext, text: String, keep: bool) -> Result<u64, String> {
    Ok(0)
}

#[procedure]
fn get(ctx: &mut ProcedureContext, uri: String) -> Result<Answer, String> {
    Err(uri)
}

#[procedure]
fn post(ctx: &mut ProcedureContext, uri: String, body: String) -> Result<Answer, String> {
    Err(uri)
}

#[procedure]
fn ask_within_a_transaction(ctx: &mut ProcedureContext, uri: String) -> Result<Answer, String> {
    Err(uri)
}

#[procedure]
fn ask_with_timeout(ctx: &mut ProcedureContext, uri: String, milliseconds: i64) -> Result<Answer, String> {
    Err(uri)
}

#[procedure]
fn sleep(ctx: &mut ProcedureContext, milliseconds: i64) -> i64 {
    0
}

#[procedure]
fn who(ctx: &mut ProcedureContext) -> Caller {
    panic!()
}

#[procedure]
fn fail(ctx: &mut ProcedureContext, text: String) {}
