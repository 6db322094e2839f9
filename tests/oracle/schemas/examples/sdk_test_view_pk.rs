// tests/oracle/schemas/examples/sdk_test_view_pk.rs: the official module `sdk-test-view-pk`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, view, Query, ReducerContext, ViewContext};

#[table(accessor = view_pk_player, public)]
pub struct ViewPkPlayer {
    #[primary_key]
    id: u64,
    name: String,
}

#[table(accessor = view_pk_membership, public)]
pub struct ViewPkMembership {
    #[primary_key]
    id: u64,
    #[index(btree)]
    player_id: u64,
}

#[table(accessor = view_pk_membership_secondary, public)]
pub struct ViewPkMembershipSecondary {
    #[primary_key]
    id: u64,
    #[index(btree)]
    player_id: u64,
}

#[reducer]
fn insert_view_pk_player(ctx: &ReducerContext, id: u64, name: String) {}

#[reducer]
fn update_view_pk_player(ctx: &ReducerContext, id: u64, name: String) {}

#[reducer]
fn insert_view_pk_membership(ctx: &ReducerContext, id: u64, player_id: u64) {}

#[reducer]
fn insert_view_pk_membership_secondary(ctx: &ReducerContext, id: u64, player_id: u64) {}

#[view(accessor = all_view_pk_players, public)]
fn all_view_pk_players(ctx: &ViewContext) -> impl Query<ViewPkPlayer> {
    ctx.from.view_pk_player()
}

#[view(accessor = sender_view_pk_players_a, public)]
fn sender_view_pk_players_a(ctx: &ViewContext) -> impl Query<ViewPkPlayer> {
    ctx.from.view_pk_player()
}

#[view(accessor = sender_view_pk_players_b, public)]
fn sender_view_pk_players_b(ctx: &ViewContext) -> impl Query<ViewPkPlayer> {
    ctx.from.view_pk_player()
}
