// tests/oracle/schemas/examples/schema_defaults.rs: columns with default values of every type that can have one.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::{reducer, table, CaseConversionPolicy, ReducerContext, SpacetimeType};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[derive(SpacetimeType, Clone)]
pub enum Level {
    low,
    middle,
    high,
}
const MIDDLE: Level = Level::middle;

#[derive(SpacetimeType, Clone)]
pub struct Offset {
    x: i32,
    y: i32,
}

#[table(accessor = settings)]
pub struct Settings {
    #[primary_key]
    id: u32,
    #[default(true)]
    flag: bool,
    #[default(255)]
    a: u8,
    #[default(65535)]
    b: u16,
    #[default(4294967295)]
    c: u32,
    #[default(18446744073709551615)]
    d: u64,
    #[default(5)]
    e: u128,
    #[default(-128)]
    f: i8,
    #[default(-32768)]
    g: i16,
    #[default(-2147483648)]
    h: i32,
    #[default(-9223372036854775808)]
    i: i64,
    #[default(-5)]
    j: i128,
    #[default(0.5)]
    k: f32,
    #[default(-1.25)]
    l: f64,
    #[default("some text")]
    m: String,
    #[default(None)]
    n: Option<String>,
    #[default(Some(7))]
    o: Option<u8>,
    #[default(MIDDLE)]
    p: Level,
    #[default(Offset { x: 1, y: -1 })]
    q: Offset,
    #[default("")]
    r: String,
}

#[reducer]
fn store(ctx: &ReducerContext, row: Settings) {}
