// tests/oracle/schemas/examples/schema_recursive.rs: types that contain themselves, as arguments and results.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::{procedure, reducer, table, CaseConversionPolicy, ProcedureContext, ReducerContext, SpacetimeType};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[derive(SpacetimeType)]
pub struct Tree {
    value: u32,
    children: Vec<Tree>,
}

#[derive(SpacetimeType)]
pub struct Folder {
    name: String,
    entries: Vec<Entry>,
}

#[derive(SpacetimeType)]
pub enum Entry {
    file(String),
    folder(Folder),
}

#[table(accessor = total, public)]
pub struct Total {
    sum: u32,
    depth: u32,
}

#[reducer]
fn add_up(ctx: &ReducerContext, tree: Tree) {}

#[reducer]
fn walk(ctx: &ReducerContext, root: Folder) {}

#[procedure]
fn grow(ctx: &mut ProcedureContext, depth: u32) -> Tree {
    Tree { value: 0, children: vec![] }
}
