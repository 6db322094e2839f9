// tests/oracle/schemas/examples/schema_environment.rs: values that a database is given when it is published.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, CaseConversionPolicy, ReducerContext};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[spacetimedb::env]
pub struct Env {
    pub API_KEY: Option<String>,
    pub GREETING: Option<String>,
    #[env(values("quiet", "loud"))]
    pub VOLUME: Option<String>,
}

#[table(accessor = seen, public)]
pub struct Seen {
    name: String,
    value: Option<String>,
}

#[reducer]
fn look(ctx: &ReducerContext) {}
