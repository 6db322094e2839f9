// tests/oracle/schemas/examples/schema_outbox.rs: tables whose rows are calls of reducers in other databases.
#![allow(unused_variables, dead_code, non_camel_case_types)]
use spacetimedb::{reducer, table, CaseConversionPolicy, Identity, ReducerContext};

#[spacetimedb::settings]
const CASE_CONVERSION_POLICY: CaseConversionPolicy = CaseConversionPolicy::None;

/// What generated bindings say of the other database's reducers. Here it is a module like this one.
mod remote {
    use spacetimedb::spacetimedb_lib as lib;
    pub use spacetimedb::Identity;

    #[derive(lib::ser::Serialize, lib::de::Deserialize)]
    #[sats(crate = lib)]
    pub struct ReceiveArguments {
        text: String,
        urgent: bool,
    }

    pub struct receive;

    impl spacetimedb::rt::RemoteReducer for receive {
        const NAME: &'static str = "receive";
        const SIGNATURE_HASH: &'static str = "fdad58250f501d6ce92157161b09824c6d089b950490fd950f7e30f69ae1c765";
        type Args = ReceiveArguments;
    }

    #[derive(lib::ser::Serialize, lib::de::Deserialize)]
    #[sats(crate = lib)]
    pub struct RingArguments {}

    pub struct ring;

    impl spacetimedb::rt::RemoteReducer for ring {
        const NAME: &'static str = "ring";
        const SIGNATURE_HASH: &'static str = "bc436888fd947d2bfd49ed6bddad31f0245c34fd42c85f9360fa0b477aa957fc";
        type Args = RingArguments;
    }

    /// Generated bindings check the columns and find their places by macros of these names.
    macro_rules! __spacetimedb_typecheck_outbox_receive {
        ($module:path, { $($columns:tt)* }) => {
            &[3u16, 2u16]
        };
    }
    macro_rules! __spacetimedb_typecheck_outbox_ring {
        ($module:path, { $($columns:tt)* }) => {
            &[]
        };
    }
    pub(crate) use __spacetimedb_typecheck_outbox_receive;
    pub(crate) use __spacetimedb_typecheck_outbox_ring;
}

#[table(accessor = mail, outbox(remote::receive))]
pub struct Mail {
    #[primary_key]
    #[auto_inc]
    id: u64,
    #[target]
    to: Identity,
    urgent: bool,
    text: String,
    written_by: Identity,
}

#[table(accessor = bell, public, outbox(remote::ring))]
pub struct Bell {
    #[primary_key]
    #[auto_inc]
    id: u64,
    #[target]
    to: Identity,
}

#[table(accessor = received, public)]
pub struct Received {
    from: Identity,
    text: String,
}

#[table(accessor = answered, public)]
pub struct Answered {
    id: u64,
    error: Option<String>,
}

#[reducer]
fn receive(ctx: &ReducerContext, text: String, urgent: bool) {}

#[reducer]
fn ring(ctx: &ReducerContext) {}

#[reducer(on_result(mail))]
fn mail_was_answered(ctx: &ReducerContext, mail: Mail, result: Result<(), String>) {}

#[reducer]
fn send(ctx: &ReducerContext, to: Identity, text: String, urgent: bool) {}

#[reducer]
fn ring_at(ctx: &ReducerContext, to: Identity) {}
