// tests/oracle/schemas/examples/schema_scopes.rs: types with scopes, and names that C++ has as words of its own.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::{procedure, reducer, table, CaseConversionPolicy, ProcedureContext, ReducerContext, SpacetimeType};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[derive(SpacetimeType)]
#[sats(name = "Auth.UserRole")]
pub enum UserRole {
    guest,
    member,
    private,
}

#[derive(SpacetimeType)]
#[sats(name = "Auth.Tokens.Token")]
pub struct Token {
    explicit: bool,
    text: String,
}

#[derive(SpacetimeType)]
#[sats(name = "Shop.Token")]
pub enum ShopToken {
    coin(u32),
    bill(u64),
}

#[table(accessor = user, public)]
pub struct User {
    #[primary_key]
    id: u64,
    role: UserRole,
    token: Token,
    purse: Vec<ShopToken>,
    class: String,
    #[index(btree)]
    default: u32,
}

#[reducer]
fn delete(ctx: &ReducerContext, operator: u64) {}

#[reducer]
fn add_user(ctx: &ReducerContext, new: User) {}

#[procedure]
fn switch(ctx: &mut ProcedureContext, role: UserRole) -> ShopToken {
    ShopToken::coin(0)
}
