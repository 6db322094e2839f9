// tests/oracle/schemas/examples/benchmarks.rs: the official module `benchmarks`.
#![allow(unused_variables, dead_code, non_camel_case_types, clippy::too_many_arguments)]
use spacetimedb::{reducer, table, ReducerContext, SpacetimeType, Timestamp};

macro_rules! reducers {
    ($($name:ident($($argument:ident: $ty:ty),*);)*) => {$(
        #[reducer]
        fn $name(ctx: &ReducerContext, $($argument: $ty),*) {}
    )*};
}

#[table(accessor = unique_0_u32_u64_str)]
struct unique_0_u32_u64_str_t {
    #[primary_key]
    id: u32,
    age: u64,
    name: String,
}

#[table(accessor = no_index_u32_u64_str)]
struct no_index_u32_u64_str_t {
    id: u32,
    age: u64,
    name: String,
}

#[table(accessor = btree_each_column_u32_u64_str)]
struct btree_each_column_u32_u64_str_t {
    #[index(btree)]
    id: u32,
    #[index(btree)]
    age: u64,
    #[index(btree)]
    name: String,
}

#[table(accessor = unique_0_u32_u64_u64)]
struct unique_0_u32_u64_u64_t {
    #[primary_key]
    id: u32,
    x: u64,
    y: u64,
}

#[table(accessor = no_index_u32_u64_u64)]
struct no_index_u32_u64_u64_t {
    id: u32,
    x: u64,
    y: u64,
}

#[table(accessor = btree_each_column_u32_u64_u64)]
struct btree_each_column_u32_u64_u64_t {
    #[index(btree)]
    id: u32,
    #[index(btree)]
    x: u64,
    #[index(btree)]
    y: u64,
}

reducers! {
    empty();
    insert_unique_0_u32_u64_str(id: u32, age: u64, name: String);
    insert_no_index_u32_u64_str(id: u32, age: u64, name: String);
    insert_btree_each_column_u32_u64_str(id: u32, age: u64, name: String);
    insert_unique_0_u32_u64_u64(id: u32, x: u64, y: u64);
    insert_no_index_u32_u64_u64(id: u32, x: u64, y: u64);
    insert_btree_each_column_u32_u64_u64(id: u32, x: u64, y: u64);
    insert_bulk_unique_0_u32_u64_u64(locs: Vec<unique_0_u32_u64_u64_t>);
    insert_bulk_no_index_u32_u64_u64(locs: Vec<no_index_u32_u64_u64_t>);
    insert_bulk_btree_each_column_u32_u64_u64(locs: Vec<btree_each_column_u32_u64_u64_t>);
    insert_bulk_unique_0_u32_u64_str(people: Vec<unique_0_u32_u64_str_t>);
    insert_bulk_no_index_u32_u64_str(people: Vec<no_index_u32_u64_str_t>);
    insert_bulk_btree_each_column_u32_u64_str(people: Vec<btree_each_column_u32_u64_str_t>);
    update_bulk_unique_0_u32_u64_u64(row_count: u32);
    update_bulk_unique_0_u32_u64_str(row_count: u32);
    iterate_unique_0_u32_u64_str();
    iterate_unique_0_u32_u64_u64();
    filter_unique_0_u32_u64_str_by_id(id: u32);
    filter_no_index_u32_u64_str_by_id(id: u32);
    filter_btree_each_column_u32_u64_str_by_id(id: u32);
    filter_unique_0_u32_u64_str_by_name(name: String);
    filter_no_index_u32_u64_str_by_name(name: String);
    filter_btree_each_column_u32_u64_str_by_name(name: String);
    filter_unique_0_u32_u64_u64_by_id(id: u32);
    filter_no_index_u32_u64_u64_by_id(id: u32);
    filter_btree_each_column_u32_u64_u64_by_id(id: u32);
    filter_unique_0_u32_u64_u64_by_x(x: u64);
    filter_no_index_u32_u64_u64_by_x(x: u64);
    filter_btree_each_column_u32_u64_u64_by_x(x: u64);
    filter_unique_0_u32_u64_u64_by_y(y: u64);
    filter_no_index_u32_u64_u64_by_y(y: u64);
    filter_btree_each_column_u32_u64_u64_by_y(y: u64);
    delete_unique_0_u32_u64_str_by_id(id: u32);
    delete_unique_0_u32_u64_u64_by_id(id: u32);
    clear_table_unique_0_u32_u64_str();
    clear_table_no_index_u32_u64_str();
    clear_table_btree_each_column_u32_u64_str();
    clear_table_unique_0_u32_u64_u64();
    clear_table_no_index_u32_u64_u64();
    clear_table_btree_each_column_u32_u64_u64();
    count_unique_0_u32_u64_str();
    count_no_index_u32_u64_str();
    count_btree_each_column_u32_u64_str();
    count_unique_0_u32_u64_u64();
    count_no_index_u32_u64_u64();
    count_btree_each_column_u32_u64_u64();
    fn_with_1_args(_arg: String);
    fn_with_32_args(
        _arg1: String, _arg2: String, _arg3: String, _arg4: String, _arg5: String, _arg6: String, _arg7: String,
        _arg8: String, _arg9: String, _arg10: String, _arg11: String, _arg12: String, _arg13: String, _arg14: String,
        _arg15: String, _arg16: String, _arg17: String, _arg18: String, _arg19: String, _arg20: String,
        _arg21: String, _arg22: String, _arg23: String, _arg24: String, _arg25: String, _arg26: String,
        _arg27: String, _arg28: String, _arg29: String, _arg30: String, _arg31: String, _arg32: String
    );
    print_many_things(n: u32);
}

#[derive(SpacetimeType)]
struct Vector2 {
    x: f32,
    y: f32,
}

#[table(accessor = entity)]
struct Entity {
    #[auto_inc]
    #[primary_key]
    id: u32,
    position: Vector2,
    mass: u32,
}

#[table(accessor = circle)]
struct Circle {
    #[primary_key]
    entity_id: u32,
    #[index(btree)]
    player_id: u32,
    direction: Vector2,
    magnitude: f32,
    last_split_time: Timestamp,
}

#[table(accessor = food)]
struct Food {
    #[primary_key]
    entity_id: u32,
}

reducers! {
    insert_bulk_entity(count: u32);
    insert_bulk_circle(count: u32);
    insert_bulk_food(count: u32);
    cross_join_all(expected: u32);
    cross_join_circle_food(expected: u32);
    init_game_circles(initial_load: u32);
    run_game_circles(initial_load: u32);
}

#[table(accessor = velocity)]
struct Velocity {
    #[primary_key]
    entity_id: u32,
    x: f32,
    y: f32,
    z: f32,
}

#[table(accessor = position)]
struct Position {
    #[primary_key]
    entity_id: u32,
    x: f32,
    y: f32,
    z: f32,
    vx: f32,
    vy: f32,
    vz: f32,
}

#[derive(SpacetimeType)]
enum AgentAction {
    Inactive,
    Idle,
    Evading,
    Investigating,
    Retreating,
    Fighting,
}

#[table(accessor = game_enemy_ai_agent_state)]
struct GameEnemyAiAgentState {
    #[primary_key]
    entity_id: u64,
    last_move_timestamps: Vec<u64>,
    next_action_timestamp: u64,
    action: AgentAction,
}

#[table(accessor = game_targetable_state)]
struct GameTargetableState {
    #[primary_key]
    entity_id: u64,
    quad: i64,
}

#[table(accessor = game_live_targetable_state)]
struct GameLiveTargetableState {
    #[unique]
    entity_id: u64,
    #[index(btree)]
    quad: i64,
}

#[table(accessor = game_mobile_entity_state)]
struct GameMobileEntityState {
    #[primary_key]
    entity_id: u64,
    #[index(btree)]
    location_x: i32,
    location_y: i32,
    timestamp: u64,
}

#[table(accessor = game_enemy_state)]
struct GameEnemyState {
    #[primary_key]
    entity_id: u64,
    herd_id: i32,
}

#[derive(SpacetimeType)]
struct SmallHexTile {
    x: i32,
    z: i32,
    dimension: u32,
}

#[table(accessor = game_herd_cache)]
struct GameHerdCache {
    #[primary_key]
    id: i32,
    dimension_id: u32,
    current_population: i32,
    location: SmallHexTile,
    max_population: i32,
    spawn_eagerness: f32,
    roaming_distance: i32,
}

reducers! {
    insert_bulk_position(count: u32);
    insert_bulk_velocity(count: u32);
    update_position_all(expected: u32);
    update_position_with_velocity(expected: u32);
    insert_world(players: u64);
    game_loop_enemy_ia(players: u64);
    init_game_ia_loop(initial_load: u32);
    run_game_ia_loop(initial_load: u32);
}
