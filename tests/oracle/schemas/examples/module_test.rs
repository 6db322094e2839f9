// tests/oracle/schemas/examples/module_test.rs: the official module `module-test`.
#![allow(unused_variables, dead_code)]
use spacetimedb::http::{Body, HandlerContext, Request, Response, Router};
use spacetimedb::{
    procedure, reducer, table, view, CaseConversionPolicy, ConnectionId, Identity, ProcedureContext, ReducerContext,
    ScheduleAt, SpacetimeType, Timestamp, ViewContext,
};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::SnakeCase;

#[table(accessor = person, public, index(accessor = age, btree(columns = [age])))]
pub struct Person {
    #[primary_key]
    #[auto_inc]
    id: u32,
    name: String,
    age: u8,
}

#[table(accessor = table_to_remove)]
pub struct RemoveTable {
    id: u32,
}

#[table(accessor = test_a, index(accessor = foo, btree(columns = [x])))]
pub struct TestA {
    x: u32,
    y: u32,
    z: String,
}

#[derive(SpacetimeType)]
pub struct TestB {
    foo: String,
}

#[derive(SpacetimeType)]
#[sats(name = "Namespace.TestC")]
pub enum TestC {
    Foo,
    Bar,
}

const DEFAULT_TEST_C: TestC = TestC::Foo;

#[table(accessor = test_d, public)]
pub struct TestD {
    #[default(Some(DEFAULT_TEST_C))]
    test_c: Option<TestC>,
    test_c_nested: Option<Vec<TestC>>,
}

#[table(accessor = test_e)]
pub struct TestE {
    #[primary_key]
    #[auto_inc]
    id: u64,
    #[index(btree)]
    name: String,
}

#[derive(SpacetimeType)]
pub struct Baz {
    field: String,
}

#[derive(SpacetimeType)]
pub enum Foobar {
    Baz(Baz),
    Bar,
    Har(u32),
}

#[table(accessor = test_f, public)]
pub struct TestFoobar {
    field: Foobar,
}

#[derive(SpacetimeType)]
#[sats(name = "Namespace.TestF")]
pub enum TestF {
    Foo,
    Bar,
    Baz(String),
}

#[table(accessor = private_table, private)]
pub struct PrivateTable {
    name: String,
}

#[table(accessor = points, private, index(accessor = multi_column_index, btree(columns = [x, y])))]
pub struct Point {
    x: i64,
    y: i64,
}

#[table(accessor = pk_multi_identity)]
struct PkMultiIdentity {
    #[primary_key]
    id: u32,
    #[unique]
    #[auto_inc]
    other: u32,
}

#[table(accessor = repeating_test_arg, scheduled(repeating_test))]
pub struct RepeatingTestArg {
    #[primary_key]
    #[auto_inc]
    scheduled_id: u64,
    scheduled_at: ScheduleAt,
    prev_time: Timestamp,
}

#[table(accessor = nonrepeating_test_arg, scheduled(nonrepeating_test))]
pub struct NonrepeatingTestArg {
    #[primary_key]
    #[auto_inc]
    scheduled_id: u64,
    scheduled_at: ScheduleAt,
    prev_time: Timestamp,
}

#[table(accessor = has_special_stuff)]
pub struct HasSpecialStuff {
    identity: Identity,
    connection_id: ConnectionId,
}

#[table(accessor = player, public)]
#[table(accessor = logged_out_player, public)]
pub struct Player {
    #[primary_key]
    identity: Identity,
    #[auto_inc]
    #[unique]
    player_id: u64,
    #[unique]
    name: String,
}

#[view(accessor = my_player, public)]
fn my_player(ctx: &ViewContext) -> Option<Player> {
    None
}

#[reducer(init)]
fn init(ctx: &ReducerContext) {}

#[reducer(client_connected)]
fn client_connected(ctx: &ReducerContext) {}

#[reducer]
fn repeating_test(ctx: &ReducerContext, arg: RepeatingTestArg) {}

#[reducer]
fn nonrepeating_test(ctx: &ReducerContext, arg: NonrepeatingTestArg) {}

#[reducer]
fn add(ctx: &ReducerContext, name: String, age: u8) {}

#[reducer]
fn say_hello(ctx: &ReducerContext) {}

#[reducer]
fn list_over_age(ctx: &ReducerContext, age: u8) {}

#[reducer]
fn log_module_identity(ctx: &ReducerContext) {}

#[reducer]
fn test(ctx: &ReducerContext, arg: TestA, arg2: TestB, arg3: TestC, arg4: TestF) {}

#[reducer]
fn add_player(ctx: &ReducerContext, name: String) {}

#[reducer]
fn delete_player(ctx: &ReducerContext, id: u64) {}

#[reducer]
fn delete_players_by_name(ctx: &ReducerContext, name: String) {}

#[reducer]
fn add_private(ctx: &ReducerContext, name: String) {}

#[reducer]
fn query_private(ctx: &ReducerContext) {}

#[reducer]
fn test_btree_index_args(ctx: &ReducerContext) {}

#[reducer]
fn assert_caller_identity_is_module_identity(ctx: &ReducerContext) {}

#[procedure]
fn sleep_one_second(ctx: &mut ProcedureContext) {}

#[procedure]
fn return_value(ctx: &mut ProcedureContext, foo: u64) -> Baz {
    Baz { field: String::new() }
}

#[procedure]
fn with_tx(ctx: &mut ProcedureContext) {}

#[procedure]
fn get_my_schema_via_http(ctx: &mut ProcedureContext) -> String {
    String::new()
}

#[spacetimedb::http::handler]
fn get_simple(ctx: &mut HandlerContext, request: Request) -> Response {
    Response::new(Body::from_bytes(""))
}

#[spacetimedb::http::router]
fn router() -> Router {
    Router::new().get("/get", get_simple)
}
