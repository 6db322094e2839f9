// tests/oracle/schemas/examples/schema_auto_inc.rs: generated numbers of every width, as keys and beside them.
#![allow(unused_variables, dead_code)]
use spacetimedb::sats::{i256, u256};
use spacetimedb::{reducer, table, CaseConversionPolicy, ReducerContext};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

macro_rules! tables {
    ($($ty:ty: $keyed:ident $counted:ident,)*) => {
        paste::paste! {$(
            #[table(accessor = [<$keyed:snake>], public)]
            pub struct $keyed {
                #[primary_key]
                #[auto_inc]
                id: $ty,
                note: String,
            }

            #[table(accessor = [<$counted:snake>], public)]
            pub struct $counted {
                note: String,
                #[auto_inc]
                number: $ty,
            }
        )*}
    };
}

tables! {
    u8: KeyedU8 CountedU8,
    u16: KeyedU16 CountedU16,
    u32: KeyedU32 CountedU32,
    u64: KeyedU64 CountedU64,
    u128: KeyedU128 CountedU128,
    u256: KeyedU256 CountedU256,
    i8: KeyedI8 CountedI8,
    i16: KeyedI16 CountedI16,
    i32: KeyedI32 CountedI32,
    i64: KeyedI64 CountedI64,
    i128: KeyedI128 CountedI128,
    i256: KeyedI256 CountedI256,
}

#[reducer]
fn count(ctx: &ReducerContext, note: String) {}
