// tests/oracle/schemas/examples/blackholio.rs: the official demo `Blackholio`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, Identity, ReducerContext, ScheduleAt, SpacetimeType, Timestamp};

#[derive(SpacetimeType)]
pub struct DbVector2 {
    x: f32,
    y: f32,
}

#[table(accessor = config, public)]
pub struct Config {
    #[primary_key]
    id: i32,
    world_size: i64,
}

#[table(accessor = entity, public)]
#[table(accessor = logged_out_entity)]
pub struct Entity {
    #[auto_inc]
    #[primary_key]
    entity_id: i32,
    position: DbVector2,
    mass: i32,
}

#[table(accessor = circle, public)]
#[table(accessor = logged_out_circle)]
pub struct Circle {
    #[primary_key]
    entity_id: i32,
    #[index(btree)]
    player_id: i32,
    direction: DbVector2,
    speed: f32,
    last_split_time: Timestamp,
}

#[table(accessor = player, public)]
#[table(accessor = logged_out_player)]
pub struct Player {
    #[primary_key]
    identity: Identity,
    #[unique]
    #[auto_inc]
    player_id: i32,
    name: String,
}

#[table(accessor = food, public)]
pub struct Food {
    #[primary_key]
    entity_id: i32,
}

#[table(accessor = consume_entity_event, public, event)]
pub struct ConsumeEntityEvent {
    consumed_entity_id: i32,
    consumer_entity_id: i32,
}

macro_rules! timers {
    ($($row:ident runs $reducer:ident($argument:ident) { $($column:ident: $ty:ty),* })*) => {$(
        paste::paste! {
            #[table(accessor = [<$row:snake>], scheduled($reducer))]
            pub struct $row {
                #[primary_key]
                #[auto_inc]
                scheduled_id: u64,
                scheduled_at: ScheduleAt,
                $($column: $ty),*
            }
        }

        #[reducer]
        fn $reducer(ctx: &ReducerContext, $argument: $row) {}
    )*};
}

timers! {
    MoveAllPlayersTimer runs move_all_players(_timer) {}
    SpawnFoodTimer runs spawn_food(_timer) {}
    CircleDecayTimer runs circle_decay(_timer) {}
    CircleRecombineTimer runs circle_recombine(timer) { player_id: i32 }
    ConsumeEntityTimer runs consume_entity(request) { consumed_entity_id: i32, consumer_entity_id: i32 }
}

#[reducer(init)]
fn init(ctx: &ReducerContext) {}

#[reducer(client_connected)]
fn connect(ctx: &ReducerContext) {}

#[reducer(client_disconnected)]
fn disconnect(ctx: &ReducerContext) {}

#[reducer]
fn enter_game(ctx: &ReducerContext, name: String) {}

#[reducer]
fn respawn(ctx: &ReducerContext) {}

#[reducer]
fn suicide(ctx: &ReducerContext) {}

#[reducer]
fn update_player_input(ctx: &ReducerContext, direction: DbVector2) {}

#[reducer]
fn player_split(ctx: &ReducerContext) {}
