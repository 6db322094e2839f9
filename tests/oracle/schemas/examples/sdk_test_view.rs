// tests/oracle/schemas/examples/sdk_test_view.rs: the official module `sdk-test-view`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, view, AnonymousViewContext, Identity, ReducerContext, SpacetimeType, ViewContext};

#[table(accessor = player, public)]
struct Player {
    #[primary_key]
    #[auto_inc]
    entity_id: u64,
    #[unique]
    identity: Identity,
}

#[table(accessor = player_level, public)]
struct PlayerLevel {
    #[unique]
    entity_id: u64,
    #[index(btree)]
    level: u64,
}

#[table(accessor = player_location)]
struct PlayerLocation {
    #[unique]
    entity_id: u64,
    #[index(btree)]
    active: bool,
    x: i32,
    y: i32,
}

#[derive(SpacetimeType)]
struct PlayerAndLevel {
    entity_id: u64,
    identity: Identity,
    level: u64,
}

#[reducer]
fn insert_player(ctx: &ReducerContext, identity: Identity, level: u64) {}

#[reducer]
fn delete_player(ctx: &ReducerContext, identity: Identity) {}

#[reducer]
fn move_player(ctx: &ReducerContext, dx: i32, dy: i32) {}

#[view(accessor = my_player, public)]
fn my_player(ctx: &ViewContext) -> Option<Player> {
    None
}

#[view(accessor = my_player_and_level, public)]
fn my_player_and_level(ctx: &ViewContext) -> Option<PlayerAndLevel> {
    None
}

#[view(accessor = players_at_level_0, public)]
fn players_at_level_0(ctx: &AnonymousViewContext) -> Vec<Player> {
    vec![]
}

#[view(accessor = nearby_players, public)]
fn nearby_players(ctx: &ViewContext) -> Vec<PlayerLocation> {
    vec![]
}
