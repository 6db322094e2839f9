// tests/oracle/schemas/examples/schema_wide.rs: a table of 128 columns and an enum of 64 cases.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::{reducer, table, CaseConversionPolicy, ReducerContext, SpacetimeType};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

macro_rules! wide {
    ($($tens:ident)*) => {
        paste::paste! {
            #[table(accessor = wide, public)]
            pub struct Wide {
                $([<$tens 0>]: u32, [<$tens 1>]: u32, [<$tens 2>]: u32, [<$tens 3>]: u32,
                  [<$tens 4>]: u32, [<$tens 5>]: u32, [<$tens 6>]: u32, [<$tens 7>]: u32),*
            }
        }
    };
}

wide! { a b c d e f g h i j k l m n o p }

macro_rules! cases {
    ($($tens:ident)*) => {
        paste::paste! {
            #[derive(SpacetimeType)]
            pub enum Case {
                $([<$tens 0>], [<$tens 1>], [<$tens 2>], [<$tens 3>], [<$tens 4>], [<$tens 5>], [<$tens 6>],
                  [<$tens 7>]),*
            }
        }
    };
}

cases! { a b c d e f g h }

#[table(accessor = chosen, public)]
pub struct Chosen {
    case: Case,
}

#[reducer]
fn fill(ctx: &ReducerContext, from: u32) {}

#[reducer]
fn choose(ctx: &ReducerContext, case: Case) {}
