// tests/oracle/schemas/examples/schema_views.rs: views of every kind.
#![allow(unused_variables, dead_code)]
use spacetimedb::{
    reducer, table, view, AnonymousViewContext, CaseConversionPolicy, Identity, Query, ReducerContext, SpacetimeType,
    ViewContext,
};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(accessor = player, index(accessor = level_name, btree(columns = [level, name])))]
pub struct Player {
    #[primary_key]
    #[auto_inc]
    id: u64,
    #[unique]
    owner: Identity,
    name: String,
    #[index(btree)]
    level: u32,
    online: bool,
}

#[table(accessor = guild, public)]
pub struct Guild {
    #[primary_key]
    id: u32,
    #[index(btree)]
    leader: u64,
}

#[derive(SpacetimeType)]
pub struct Summary {
    level: u32,
    players: u64,
}

#[view(accessor = me, public)]
fn me(ctx: &ViewContext) -> Option<Player> {
    None
}

#[view(accessor = my_equals, public, primary_key = id)]
fn my_equals(ctx: &ViewContext) -> Vec<Player> {
    vec![]
}

#[view(accessor = my_record, public)]
fn my_record(ctx: &ViewContext) -> impl Query<Player> {
    ctx.from.player()
}

#[view(accessor = champion, public)]
fn champion(ctx: &AnonymousViewContext) -> Option<Player> {
    None
}

#[view(accessor = summaries, public, primary_key = level)]
fn summaries(ctx: &AnonymousViewContext) -> Vec<Summary> {
    vec![]
}

#[view(accessor = experts, public)]
fn experts(ctx: &AnonymousViewContext) -> impl Query<Player> {
    ctx.from.player()
}

#[view(accessor = leaders, public)]
fn leaders(ctx: &AnonymousViewContext) -> impl Query<Player> {
    ctx.from.player()
}

#[view(accessor = led_guilds, public)]
fn led_guilds(ctx: &AnonymousViewContext) -> impl Query<Guild> {
    ctx.from.guild()
}

#[reducer]
fn join(ctx: &ReducerContext, name: String, level: u32, online: bool) {}

#[reducer]
fn found(ctx: &ReducerContext, id: u32) {}
