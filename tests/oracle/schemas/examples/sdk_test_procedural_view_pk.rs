// tests/oracle/schemas/examples/sdk_test_procedural_view_pk.rs: the official module `sdk-test-procedural-view-pk`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, view, Identity, ReducerContext, ViewContext};

#[table(accessor = left_source, public)]
pub struct LeftSource {
    #[primary_key]
    id: u64,
    #[index(btree)]
    sender: Identity,
    filter: u64,
}

#[table(accessor = right_source, public)]
pub struct RightSource {
    #[primary_key]
    id: u64,
    #[index(btree)]
    sender: Identity,
    filter: u64,
}

#[reducer]
fn insert_left(ctx: &ReducerContext, id: u64, filter: u64) {}

#[reducer]
fn update_left(ctx: &ReducerContext, id: u64, filter: u64) {}

#[reducer]
fn insert_right(ctx: &ReducerContext, id: u64, filter: u64) {}

#[view(accessor = sender_left_view, public, primary_key = id)]
fn sender_left_view(ctx: &ViewContext) -> Vec<LeftSource> {
    vec![]
}

#[view(accessor = sender_right_view, public, primary_key = id)]
fn sender_right_view(ctx: &ViewContext) -> Vec<RightSource> {
    vec![]
}
