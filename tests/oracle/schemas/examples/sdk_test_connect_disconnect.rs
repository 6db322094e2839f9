// tests/oracle/schemas/examples/sdk_test_connect_disconnect.rs: the official module `sdk-test-connect-disconnect`.
#![allow(unused_variables, dead_code)]
use spacetimedb::{reducer, table, Identity, ReducerContext};

#[table(accessor = connected, public)]
pub struct Connected {
    identity: Identity,
}

#[table(accessor = disconnected, public)]
pub struct Disconnected {
    identity: Identity,
}

#[reducer(client_connected)]
fn identity_connected(ctx: &ReducerContext) {}

#[reducer(client_disconnected)]
fn identity_disconnected(ctx: &ReducerContext) {}
