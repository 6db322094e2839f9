// tests/oracle/compare/src/facts.rs: all that the validator knows of a module, as lines of text.
// Left out is only what follows from the order of things: places in the typespace, numbers of functions and of views.
use std::collections::BTreeSet;
use std::panic::catch_unwind;

use anyhow::{anyhow, Result};
use spacetimedb_lib::db::raw_def::v10::RawModuleDefV10;
use spacetimedb_lib::RawModuleDef;
use spacetimedb_schema::def::{reducer_signature_hash, ModuleDef, ProcedureDef, ReducerDef, TableDef, ViewDef};

use crate::types;

/// An error if the description is not valid. The validator panics at some that are not.
pub fn of(description: RawModuleDef) -> Result<BTreeSet<String>> {
    catch_unwind(|| validated(description)).map_err(|_| anyhow!("the validator panicked"))?
}

fn validated(description: RawModuleDef) -> Result<BTreeSet<String>> {
    let mut facts = Facts::default();
    if let RawModuleDef::V10(raw) = &description {
        facts.add_policies("", raw);
    }
    let module = ModuleDef::try_from(description).map_err(|errors| anyhow!("{errors:#?}"))?;
    facts.add("version", format!("{:?}", module.raw_module_def_version()));
    for declaration in module.environment().declarations() {
        facts.add(format!("environment {:?}", declaration.name), format!("{declaration:?}"));
    }
    facts.add_module("", &module);
    Ok(facts.lines)
}

#[derive(Default)]
struct Facts {
    lines: BTreeSet<String>,
}

impl Facts {
    /// A line is `thing: what is said of it`.
    fn add(&mut self, thing: impl AsRef<str>, said: impl AsRef<str>) {
        self.lines.insert(format!("{}: {}", thing.as_ref(), said.as_ref()));
    }

    /// The validator knows the policies by their effects only.
    fn add_policies(&mut self, scope: &str, raw: &RawModuleDefV10) {
        self.add(format!("{scope}case conversion"), format!("{:?}", raw.case_conversion_policy()));
        for submodule in raw.submodules().into_iter().flatten() {
            self.add_policies(&format!("{scope}{}.", submodule.namespace), &submodule.module);
        }
    }

    /// `scope`: the namespace of a submodule with a dot behind it; nothing for the module itself.
    fn add_module(&mut self, scope: &str, module: &ModuleDef) {
        for ty in module.types() {
            let written = types::text(module, &module.typespace()[ty.ty]);
            let ordering = if ty.custom_ordering { ", order as declared" } else { "" };
            self.add(format!("{scope}type {}", ty.accessor_name), written + ordering);
        }
        module.tables().for_each(|table| self.add_table(scope, module, table));
        module.views().for_each(|view| self.add_view(scope, module, view));
        module.reducers().for_each(|reducer| self.add_reducer(scope, module, reducer));
        module.procedures().for_each(|procedure| self.add_procedure(scope, module, procedure));
        for (lifecycle, id) in module.lifecycle_reducers_map() {
            if let Some(id) = id {
                let name = &module.reducer_by_id(*id).name;
                self.add(format!("{scope}lifecycle {lifecycle:?}"), format!("{name:?}"));
            }
        }
        for handler in module.http_handlers() {
            self.add(format!("{scope}handler {}", handler.name), format!("accessor {}", handler.accessor_name));
        }
        for (place, route) in module.http_routes().iter().enumerate() {
            let route = format!("{:?} {:?} to {}", route.method, route.path, route.handler_name);
            self.add(format!("{scope}route {place}"), route);
        }
        for rule in module.row_level_security() {
            self.add(format!("{scope}row level security"), format!("{:?}", rule.sql));
        }
        for (name, submodule) in module.submodules() {
            let accessor = submodule.mount_accessor_name().map(|name| name.to_string());
            self.add(format!("{scope}submodule {name}"), format!("accessor {accessor:?}"));
            self.add_module(&format!("{scope}{name}."), submodule);
        }
    }

    fn add_table(&mut self, scope: &str, module: &ModuleDef, table: &TableDef) {
        let thing = format!("{scope}table {}", table.name);
        self.add(&thing, format!("accessor {}", table.accessor_name));
        self.add(&thing, format!("row {}", types::reference(module, table.product_type_ref)));
        self.add(&thing, format!("primary key {:?}", table.primary_key));
        self.add(&thing, format!("{:?}, {:?}, event {}", table.table_access, table.table_type, table.is_event));
        for column in &table.columns {
            let thing = format!("{thing}, column {}", column.col_id);
            let ty = types::text(module, &column.ty);
            self.add(&thing, format!("{} with accessor {} of type {ty}", column.name, column.accessor_name));
            self.add(&thing, format!("default {:?}", column.default_value));
        }
        for index in table.indexes.values() {
            let said = format!(
                "accessor {:?}, in the source {:?}, {:?}",
                index.accessor_name, index.source_name, index.algorithm
            );
            self.add(format!("{thing}, index {:?}", index.name), said);
        }
        for constraint in table.constraints.values() {
            self.add(format!("{thing}, constraint {:?}", constraint.name), format!("{:?}", constraint.data));
        }
        for sequence in table.sequences.values() {
            let said = format!("{:?}", spacetimedb_lib::db::raw_def::v9::RawSequenceDefV9::from(sequence.clone()));
            self.add(format!("{thing}, sequence {:?}", sequence.name), said);
        }
        if let Some(schedule) = &table.schedule {
            let said = format!(
                "at column {}, id column {}, runs the {:?} {}",
                schedule.at_column, schedule.id_column, schedule.function_kind, schedule.function_name
            );
            self.add(format!("{thing}, schedule {}", schedule.name), said);
        }
        if let Some(outbox) = &table.outbox {
            self.add(format!("{thing}, outbox"), format!("{outbox:?}"));
        }
    }

    fn add_view(&mut self, scope: &str, module: &ModuleDef, view: &ViewDef) {
        let thing = format!("{scope}view {}", view.name);
        self.add(&thing, format!("accessor {}", view.accessor_name));
        self.add(&thing, format!("public {}, anonymous {}", view.is_public, view.is_anonymous));
        self.add(&thing, format!("parameters ({})", types::members_of(module, &view.params)));
        self.add(&thing, format!("returns {}", types::text(module, &view.return_type)));
        self.add(&thing, format!("row {}", types::reference(module, view.product_type_ref)));
        self.add(&thing, format!("primary key {:?}", view.primary_key));
        for column in &view.return_columns {
            let ty = types::text(module, &column.ty);
            let said = format!("{} with accessor {} of type {ty}", column.name, column.accessor_name);
            self.add(format!("{thing}, column {}", column.col_id), said);
        }
        for parameter in &view.param_columns {
            let ty = types::text(module, &parameter.ty);
            self.add(format!("{thing}, parameter {}", parameter.col_id), format!("{} of type {ty}", parameter.name));
        }
    }

    fn add_reducer(&mut self, scope: &str, module: &ModuleDef, reducer: &ReducerDef) {
        let thing = format!("{scope}reducer {}", reducer.name);
        self.add(&thing, format!("accessor {}", reducer.accessor_name));
        self.add(&thing, format!("parameters ({})", types::members_of(module, &reducer.params)));
        self.add(&thing, format!("{:?}, lifecycle {:?}", reducer.visibility, reducer.lifecycle));
        let (ok, err) = (&reducer.ok_return_type, &reducer.err_return_type);
        self.add(&thing, format!("returns {} or {}", types::text(module, ok), types::text(module, err)));
        // What a database that calls this reducer from another one must know it by.
        let signature = reducer_signature_hash(&reducer.params(), ok, err, module.typespace());
        self.add(&thing, format!("signature {}", signature.to_hex()));
    }

    fn add_procedure(&mut self, scope: &str, module: &ModuleDef, procedure: &ProcedureDef) {
        let thing = format!("{scope}procedure {}", procedure.name);
        self.add(&thing, format!("accessor {}", procedure.accessor_name));
        self.add(&thing, format!("parameters ({})", types::members_of(module, &procedure.params)));
        self.add(&thing, format!("{:?}", procedure.visibility));
        self.add(&thing, format!("returns {}", types::text(module, &procedure.return_type)));
    }
}
