// tests/oracle/schemas/examples/schema_names.rs: names in every style that become snake_case, and such that are said.
#![allow(unused_variables, dead_code, non_snake_case, non_camel_case_types)]
use spacetimedb::{
    procedure, reducer, table, view, CaseConversionPolicy, ProcedureContext, ReducerContext, ScheduleAt, SpacetimeType,
    ViewContext,
};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::SnakeCase;

#[derive(SpacetimeType)]
pub enum HTTPStatus {
    NotFound404,
    okay,
    TooManyRequests,
}

#[derive(SpacetimeType)]
pub struct InnerType2 {
    FieldOne: u8,
    fieldTwo2: u16,
    field_three3: u32,
    XMLHttp: u64,
}

#[table(accessor = PlayerStates2, public, index(accessor = byLevelAndName, btree(columns = [Level1, playerName])))]
pub struct PlayerState {
    #[primary_key]
    #[auto_inc]
    PlayerId: u32,
    #[unique]
    playerName: String,
    Level1: u8,
    innerValue: InnerType2,
    lastStatus: HTTPStatus,
}

#[table(
    accessor = saidName,
    name = "TheSaidName",
    public,
    index(accessor = byValue, name = "SaidIndex", btree(columns = [theValue]))
)]
pub struct SaidName {
    theValue: u64,
    other_value: u64,
}

#[table(accessor = player2timer, scheduled(RunTimer1))]
pub struct Player2Timer {
    #[primary_key]
    #[auto_inc]
    scheduledId: u64,
    scheduled_at: ScheduleAt,
}

#[reducer]
fn AddPlayer(ctx: &ReducerContext, PlayerName: String, level_1: u8) {}

#[reducer(name = "TheSaidReducer")]
fn saidReducer(ctx: &ReducerContext, someValue: u64) {}

#[reducer]
fn RunTimer1(ctx: &ReducerContext, theTimer: Player2Timer) {}

#[view(accessor = allPlayers, public)]
fn allPlayers(ctx: &ViewContext) -> Vec<PlayerState> {
    vec![]
}

#[view(name = "TheSaidView", accessor = saidView, public)]
fn saidView(ctx: &ViewContext) -> Option<SaidName> {
    None
}

#[procedure]
fn CountOf2(ctx: &mut ProcedureContext, whichOne: HTTPStatus) -> InnerType2 {
    panic!()
}

#[procedure(name = "TheSaidProcedure")]
fn saidProcedure(ctx: &mut ProcedureContext) {}
