// tests/oracle/schemas/examples/operations.rs: our own test module `operations`.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::sats::{i256, u256};
use spacetimedb::{
    reducer, table, CaseConversionPolicy, ConnectionId, Identity, ReducerContext, ScheduleAt, SpacetimeType,
    TimeDuration, Timestamp,
};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(accessor = person, public, index(accessor = by_age, btree(columns = [age])))]
pub struct Person {
    #[primary_key]
    #[auto_inc]
    id: u64,
    name: String,
    age: u8,
}

#[table(accessor = account, public)]
pub struct Account {
    #[primary_key]
    email: String,
    #[unique]
    owner: Identity,
    balance: i32,
}

#[table(
    accessor = score,
    public,
    index(accessor = by_game_level_points, btree(columns = [game, level, points]))
)]
pub struct Score {
    game: u32,
    level: i16,
    points: i64,
    player: String,
}

#[table(accessor = blob)]
pub struct Blob {
    #[primary_key]
    id: u32,
    bytes: Vec<u8>,
}

#[table(accessor = cell, public)]
pub struct Cell {
    x: i32,
    y: i32,
}

#[derive(SpacetimeType)]
pub enum Mood {
    calm,
    merry,
    cross,
}

#[derive(SpacetimeType)]
pub enum Shape {
    circle(f32),
    square(f32),
    none,
}

#[derive(SpacetimeType)]
pub struct Place {
    x: f32,
    y: f32,
}

#[table(accessor = everything, public)]
pub struct Everything {
    #[primary_key]
    id: u32,
    flag: bool,
    i8: i8,
    u16: u16,
    i32: i32,
    u64: u64,
    i128: i128,
    u128: u128,
    i256: i256,
    u256: u256,
    f32: f32,
    f64: f64,
    text: String,
    bytes: Vec<u8>,
    places: Vec<Place>,
    triple: Vec<i16>,
    maybe: Option<String>,
    mood: Mood,
    shape: Shape,
    identity: Identity,
    connection: ConnectionId,
    at: Timestamp,
    lasted: TimeDuration,
    schedule: ScheduleAt,
}

#[reducer(init)]
fn start(ctx: &ReducerContext) {}

#[reducer(client_connected)]
fn came(ctx: &ReducerContext) {}

#[reducer(client_disconnected)]
fn went(ctx: &ReducerContext) {}

#[reducer]
fn arguments(ctx: &ReducerContext, text: String, maybe: Option<i32>, places: Vec<Place>, mood: Mood, shape: Shape) {}

macro_rules! without_arguments {
    ($($name:ident)*) => {$(
        #[reducer]
        fn $name(ctx: &ReducerContext) {}
    )*};
}

without_arguments! {
    insert_and_find unique_values update_and_erase ranges scans large_rows every_type fail_after_insert
    panic_after_insert nothing_was_kept insert_twice log_lines
}
