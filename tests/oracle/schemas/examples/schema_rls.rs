// tests/oracle/schemas/examples/schema_rls.rs: rules for which rows a client may see.
#![allow(unused_variables, dead_code)]
use spacetimedb::{client_visibility_filter, reducer, table, CaseConversionPolicy, Filter, Identity, ReducerContext};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

#[table(accessor = account, public)]
pub struct Account {
    #[primary_key]
    owner: Identity,
    name: String,
    open: bool,
}

#[table(accessor = payment, public)]
pub struct Payment {
    #[primary_key]
    #[auto_inc]
    id: u64,
    #[index(btree)]
    payer: Identity,
    amount: u32,
}

#[client_visibility_filter]
const OWN: Filter = Filter::Sql("SELECT * FROM account WHERE owner = :sender");

#[client_visibility_filter]
const OPEN: Filter = Filter::Sql(r#"SELECT * FROM "account" WHERE ("account"."open" = TRUE)"#);

#[client_visibility_filter]
const PAID: Filter = Filter::Sql("SELECT payment.* FROM account JOIN payment ON account.owner = payment.payer");

#[reducer]
fn open_account(ctx: &ReducerContext, name: String, open: bool) {}

#[reducer]
fn pay(ctx: &ReducerContext, amount: u32) {}
