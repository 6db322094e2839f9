// tests/oracle/schemas/examples/schema_submodules.rs: modules within the module, and functions of the owner alone.
// The Rust bindings have no words for these; this is put together with the builder that they, too, use.
use spacetimedb_lib::db::raw_def::v10::{
    CaseConversionPolicy, FunctionVisibility, RawModuleDefV10, RawModuleDefV10Builder, RawModuleDefV10Section,
};
use spacetimedb_lib::db::raw_def::v9::{btree, TableAccess};
use spacetimedb_lib::sats::{AlgebraicType, ProductType};
use spacetimedb_lib::{bsatn, RawModuleDef};

extern "C" {
    /// A server's; see sink.c.
    fn bytes_sink_write(sink: u32, bytes: *const u8, count: *mut usize) -> u16;
}

fn builder() -> RawModuleDefV10Builder {
    let mut builder = RawModuleDefV10Builder::new();
    builder.set_case_conversion_policy(CaseConversionPolicy::None);
    builder
}

/// A private table of `id`, a generated key, and another column.
fn add_table(
    builder: &mut RawModuleDefV10Builder,
    name: &'static str,
    row: &'static str,
    column: (&'static str, AlgebraicType),
) {
    let columns = ProductType::from([("id", AlgebraicType::U64), column]);
    let row = builder.add_algebraic_type([], row, columns.into(), true);
    builder
        .build_table(name, row)
        .with_auto_inc_primary_key(0)
        .with_index(btree(0), format!("{name}_id_idx_btree"), "id")
        .with_access(TableAccess::Private)
        .finish();
}

fn keys() -> RawModuleDefV10 {
    let mut builder = builder();
    add_table(&mut builder, "key", "Key", ("text", AlgebraicType::String));
    builder.add_reducer("make_key", ProductType::from([("text", AlgebraicType::String)]));
    builder.finish()
}

fn auth() -> RawModuleDefV10 {
    let mut builder = builder();
    add_table(&mut builder, "token", "Token", ("secret", AlgebraicType::String));
    builder.add_reducer("issue", ProductType::from([("secret", AlgebraicType::String)]));
    builder.add_procedure("count_tokens", ProductType::unit(), AlgebraicType::U64);
    builder.add_submodule("keys", keys());
    builder.finish()
}

fn root() -> RawModuleDefV10 {
    let mut builder = builder();
    add_table(&mut builder, "token", "RootToken", ("value", AlgebraicType::U32));
    builder.add_reducer("add", ProductType::from([("value", AlgebraicType::U32)]));
    builder.add_reducer("reset", ProductType::unit());
    builder.add_submodule("auth", auth());
    let mut module = builder.finish();
    for section in &mut module.sections {
        if let RawModuleDefV10Section::Reducers(reducers) = section {
            let reset = reducers.iter_mut().find(|reducer| &*reducer.source_name == "reset");
            reset.unwrap().visibility = FunctionVisibility::Private;
        }
    }
    module
}

#[no_mangle]
extern "C" fn __describe_module__(sink: u32) {
    let bytes = bsatn::to_vec(&RawModuleDef::V10(root())).unwrap();
    let mut count = bytes.len();
    assert_eq!(unsafe { bytes_sink_write(sink, bytes.as_ptr(), &mut count) }, 0);
}
