// tests/oracle/schemas/examples/basic.rs: the official template `basic`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, ReducerContext};

#[table(accessor = person, public)]
pub struct Person {
    name: String,
}

#[reducer(init)]
fn init(ctx: &ReducerContext) {}

#[reducer(client_connected)]
fn identity_connected(ctx: &ReducerContext) {}

#[reducer(client_disconnected)]
fn identity_disconnected(ctx: &ReducerContext) {}

#[reducer]
fn add(ctx: &ReducerContext, name: String) {}

#[reducer]
fn say_hello(ctx: &ReducerContext) {}
