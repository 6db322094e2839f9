// tests/oracle/schemas/examples/sdk_test_case_conversion.rs: the official module `sdk-test-case-conversion`.
#![allow(unused_variables, dead_code, non_snake_case)]
use spacetimedb::{reducer, table, view, AnonymousViewContext, Query, ReducerContext, SpacetimeType};

#[derive(SpacetimeType)]
pub enum Player2Status {
    Active1,
    BannedUntil(u32),
}

#[derive(SpacetimeType)]
pub struct Person3Info {
    AgeValue1: u8,
    ScoreTotal: u32,
}

#[table(name = "Player1Canonical", accessor = player1, public)]
pub struct Player1 {
    #[primary_key]
    #[auto_inc]
    Player1Id: u32,
    player_name: String,
    currentLevel2: u32,
    status3Field: Player2Status,
}

#[table(accessor = person2, public)]
pub struct Person2 {
    #[primary_key]
    #[auto_inc]
    Person2Id: u32,
    FirstName: String,
    #[index(btree)]
    playerRef: u32,
    personInfo: Person3Info,
}

#[reducer]
fn CreatePlayer1(ctx: &ReducerContext, Player1Name: String, Start2Level: u32) {}

#[reducer]
fn AddPerson2(ctx: &ReducerContext, First3Name: String, playerRef: u32, AgeValue: u8, ScoreTotal: u32) {}

#[reducer(name = "banPlayer1")]
fn BanPlayer1(ctx: &ReducerContext, Player1Id: u32, BanUntil6: u32) {}

#[view(name = "Level2Person", accessor = person_at_level_2, public)]
fn level2_person(ctx: &AnonymousViewContext) -> impl Query<Person2> {
    ctx.from.person2()
}
