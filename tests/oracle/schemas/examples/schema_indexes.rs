// tests/oracle/schemas/examples/schema_indexes.rs: every kind of index on every type that can be a key.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::sats::{i256, u256};
use spacetimedb::{
    reducer, table, CaseConversionPolicy, ConnectionId, Identity, ReducerContext, SpacetimeType, Timestamp, Uuid,
};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[derive(SpacetimeType, PartialEq, Eq, Hash, Clone, Copy)]
#[repr(u8)]
pub enum Kind {
    small,
    large,
}

macro_rules! tables {
    ($($column:ident: $ty:ty),*) => {
        #[table(accessor = ordered, $(index(accessor = $column, btree(columns = [$column]))),*)]
        #[table(accessor = hashed, $(index(accessor = $column, hash(columns = [$column]))),*)]
        pub struct Keys {
            $($column: $ty),*
        }

        #[table(accessor = distinct)]
        pub struct Distinct {
            $(#[unique] $column: $ty),*
        }
    };
}

tables! {
    a: u8, b: u16, c: u32, d: u64, e: u128, f: u256, g: i8, h: i16, i: i32, j: i64, k: i128, l: i256, m: bool,
    n: String, o: Identity, p: ConnectionId, q: Timestamp, r: Uuid, s: Kind
}

#[table(accessor = dense)]
pub struct Dense {
    #[primary_key]
    #[index(direct)]
    a: u8,
    #[unique]
    #[index(direct)]
    b: u16,
    #[unique]
    #[index(direct)]
    c: u32,
    #[unique]
    #[index(direct)]
    d: u64,
    #[unique]
    #[index(direct)]
    e: Kind,
}

/// A unique column whose index is a hash index.
#[table(accessor = hashed_keys)]
pub struct HashedKey {
    #[primary_key]
    #[index(hash)]
    id: u64,
    #[unique]
    #[index(hash)]
    name: String,
}

#[reducer]
fn try_all(ctx: &ReducerContext, keys: Keys, distinct: Distinct) {}

#[reducer]
fn try_dense(ctx: &ReducerContext) {}

#[reducer]
fn try_hashed_keys(ctx: &ReducerContext) {}
