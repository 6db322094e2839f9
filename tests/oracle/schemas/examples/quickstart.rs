// tests/oracle/schemas/examples/quickstart.rs: our own demo `quickstart`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, CaseConversionPolicy, ReducerContext};

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

#[reducer]
fn add(ctx: &ReducerContext, name: String, age: u8) {}

#[reducer]
fn say_hello(ctx: &ReducerContext) {}

#[reducer]
fn remove_younger_than(ctx: &ReducerContext, age: u8) {}
