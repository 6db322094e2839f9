// tests/oracle/schemas/examples/sdk_test_procedure.rs: the official module `sdk-test-procedure`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{
    procedure, reducer, table, ProcedureContext, ReducerContext, ScheduleAt, SpacetimeType, Timestamp, Uuid,
};

#[derive(SpacetimeType)]
struct ReturnStruct {
    a: u32,
    b: String,
}

#[derive(SpacetimeType)]
enum ReturnEnum {
    A(u32),
    B(String),
}

#[table(accessor = my_table, public)]
struct MyTable {
    field: ReturnStruct,
}

#[table(accessor = scheduled_proc_table, scheduled(scheduled_proc))]
struct ScheduledProcTable {
    #[primary_key]
    #[auto_inc]
    scheduled_id: u64,
    scheduled_at: ScheduleAt,
    reducer_ts: Timestamp,
    x: u8,
    y: u8,
}

#[table(accessor = proc_inserts_into, public)]
struct ProcInsertsInto {
    reducer_ts: Timestamp,
    procedure_ts: Timestamp,
    x: u8,
    y: u8,
}

#[table(accessor = pk_uuid, public)]
struct PkUuid {
    u: Uuid,
    data: u8,
}

#[reducer]
fn schedule_proc(ctx: &ReducerContext) {}

#[procedure]
fn return_primitive(ctx: &mut ProcedureContext, lhs: u32, rhs: u32) -> u32 {
    0
}

#[procedure]
fn return_struct(ctx: &mut ProcedureContext, a: u32, b: String) -> ReturnStruct {
    ReturnStruct { a, b }
}

#[procedure]
fn return_enum_a(ctx: &mut ProcedureContext, a: u32) -> ReturnEnum {
    ReturnEnum::A(a)
}

#[procedure]
fn return_enum_b(ctx: &mut ProcedureContext, b: String) -> ReturnEnum {
    ReturnEnum::B(b)
}

#[procedure]
fn will_panic(ctx: &mut ProcedureContext) {}

#[procedure]
fn read_my_schema(ctx: &mut ProcedureContext, server_url: String) -> String {
    server_url
}

#[procedure]
fn invalid_request(ctx: &mut ProcedureContext) -> String {
    String::new()
}

#[procedure]
fn insert_with_tx_commit(ctx: &mut ProcedureContext) {}

#[procedure]
fn insert_with_tx_rollback(ctx: &mut ProcedureContext) {}

#[procedure]
fn scheduled_proc(ctx: &mut ProcedureContext, data: ScheduledProcTable) {}

#[procedure]
fn sorted_uuids_insert(ctx: &mut ProcedureContext) {}
