// tests/oracle/schemas/examples/schema_types.rs: types within types, and types as arguments and results.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::sats::{i256, u256};
use spacetimedb::{
    procedure, reducer, table, CaseConversionPolicy, ConnectionId, Identity, ProcedureContext, ReducerContext,
    ScheduleAt, SpacetimeType, TimeDuration, Timestamp, Uuid,
};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[derive(SpacetimeType)]
pub struct Nothing {}

#[derive(SpacetimeType)]
pub enum Color {
    red,
    green,
    blue,
}

#[derive(SpacetimeType)]
pub struct Point {
    x: f32,
    y: f32,
}

#[derive(SpacetimeType)]
pub struct Line {
    from: Point,
    to: Point,
    color: Option<Color>,
}

/// Two cases carry the same type, one carries a type of its own, one nothing.
#[derive(SpacetimeType)]
pub enum Shape {
    circle(f32),
    square(f32),
    polygon(Vec<Point>),
    line(Line),
    none,
}

#[derive(SpacetimeType)]
pub struct Wide {
    a: u128,
    b: i128,
    c: u256,
    d: i256,
}

#[derive(SpacetimeType)]
pub struct Special {
    identity: Identity,
    connection: ConnectionId,
    at: Timestamp,
    lasted: TimeDuration,
    id: Uuid,
    when: ScheduleAt,
}

#[table(accessor = drawing, public)]
pub struct Drawing {
    #[primary_key]
    id: u32,
    shapes: Vec<Shape>,
    colors: Vec<Option<Color>>,
    nested: Vec<Vec<i16>>,
    maybe: Option<Option<u8>>,
    result: Result<Point, String>,
    same: Result<u32, u32>,
    nothing: Nothing,
    wide: Wide,
    special: Special,
    bytes: Vec<u8>,
}

#[reducer]
fn draw(ctx: &ReducerContext, drawing: Drawing) {}

#[reducer]
fn take_apart(ctx: &ReducerContext, wide: Wide, special: Special, shape: Shape, lines: Vec<Line>) {}

#[procedure]
fn shapes_of(ctx: &mut ProcedureContext, id: u32) -> Vec<Shape> {
    vec![]
}

#[procedure]
fn first_wide(ctx: &mut ProcedureContext) -> Option<Wide> {
    None
}

#[procedure]
fn echo_special(ctx: &mut ProcedureContext, special: Special) -> Special {
    special
}

#[procedure]
fn result_of(ctx: &mut ProcedureContext, good: bool) -> Result<Point, String> {
    Err(String::new())
}
