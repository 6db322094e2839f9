// tests/oracle/schemas/examples/schema_compound_indexes.rs: indexes over several columns, with and without other names.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, CaseConversionPolicy, Identity, ReducerContext};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(
    accessor = measurement,
    public,
    index(accessor = by_place, btree(columns = [place, at])),
    index(accessor = by_time, btree(columns = [at, place, sensor])),
    index(accessor = by_all, btree(columns = [place, at, sensor, unit, owner, quality])),
    index(accessor = by_unit, hash(columns = [unit, owner])),
    index(accessor = quality_unit, name = "measurement_quality", btree(columns = [quality, unit]))
)]
pub struct Measurement {
    #[primary_key]
    #[auto_inc]
    id: u32,
    place: String,
    at: i64,
    sensor: u16,
    unit: String,
    owner: Identity,
    quality: i8,
    value: f64,
}

#[reducer]
fn measure(ctx: &ReducerContext, place: String, at: i64, sensor: u16, unit: String, quality: i8, value: f64) {}

#[reducer]
fn search(ctx: &ReducerContext) {}
