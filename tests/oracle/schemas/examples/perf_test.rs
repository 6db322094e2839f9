// tests/oracle/schemas/examples/perf_test.rs: the official module `perf-test`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, ReducerContext};

#[table(accessor = location, index(accessor = coordinates, btree(columns = [x, z, dimension])))]
pub struct Location {
    #[primary_key]
    id: u64,
    #[index(btree)]
    chunk: u64,
    #[index(btree)]
    x: i32,
    z: i32,
    dimension: u32,
}

#[reducer]
fn load_location_table(ctx: &ReducerContext) {}

#[reducer]
fn test_index_scan_on_id(ctx: &ReducerContext) {}

#[reducer]
fn test_index_scan_on_chunk(ctx: &ReducerContext) {}

#[reducer]
fn test_index_scan_on_x_z_dimension(ctx: &ReducerContext) {}

#[reducer]
fn test_index_scan_on_x_z(ctx: &ReducerContext) {}
