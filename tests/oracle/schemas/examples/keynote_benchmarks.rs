// tests/oracle/schemas/examples/keynote_benchmarks.rs: the official module `keynote-benchmarks`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, ReducerContext};

#[table(accessor = position, public)]
pub struct Position {
    #[primary_key]
    #[index(direct)]
    id: u32,
    x: f32,
    y: f32,
    z: f32,
}

#[table(accessor = velocity, public)]
pub struct Velocity {
    #[primary_key]
    #[index(direct)]
    id: u32,
    dx: f32,
    dy: f32,
    dz: f32,
}

#[reducer(init)]
fn init(ctx: &ReducerContext) {}

#[reducer]
fn update_positions_by_collect(ctx: &ReducerContext) {}

#[reducer]
fn roundtrip(ctx: &ReducerContext) {}
