// tests/oracle/host/src/rows.rs: rows as subscriptions bring them, in BSATN, read by the module's description.
use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Serialize;
use spacetimedb_client_api_messages::websocket::common::BsatnRowList;
use spacetimedb_client_api_messages::websocket::v2::{QueryRows, TableUpdate, TableUpdateRows};
use spacetimedb_lib::bsatn;
use spacetimedb_lib::de::DeserializeSeed;
use spacetimedb_lib::sats::serde::SerdeWrapper;
use spacetimedb_lib::sats::AlgebraicTypeRef;
use spacetimedb_lib::AlgebraicValue;
use spacetimedb_schema::def::ModuleDef;

/// Rows by the table or view they belong to.
type Rows = BTreeMap<String, Vec<SerdeWrapper<AlgebraicValue>>>;

/// What one message of a subscription says. Rows of event tables only ever come.
#[derive(Default, Serialize)]
pub struct Change {
    pub inserts: Rows,
    pub deletes: Rows,
}

impl Change {
    /// The rows that are there when a subscription begins.
    pub fn first(module: &ModuleDef, rows: &QueryRows) -> Result<Self> {
        let mut change = Change::default();
        for table in &rows.tables {
            add(&mut change.inserts, module, &table.table, &table.rows)?;
        }
        Ok(change)
    }

    pub fn add(&mut self, module: &ModuleDef, update: &TableUpdate) -> Result<()> {
        for rows in &update.rows {
            match rows {
                TableUpdateRows::PersistentTable(rows) => {
                    add(&mut self.inserts, module, &update.table_name, &rows.inserts)?;
                    add(&mut self.deletes, module, &update.table_name, &rows.deletes)?;
                }
                TableUpdateRows::EventTable(rows) => {
                    add(&mut self.inserts, module, &update.table_name, &rows.events)?;
                }
            }
        }
        Ok(())
    }
}

fn add(to: &mut Rows, module: &ModuleDef, table: &str, rows: &BsatnRowList) -> Result<()> {
    let (owner, row_type) = row_type(module, table).with_context(|| format!("rows of {table}, which is unknown"))?;
    let known = to.entry(table.to_owned()).or_default();
    for row in rows {
        let seed = owner.typespace().with_type(&owner.typespace()[row_type]);
        let value =
            seed.deserialize(bsatn::Deserializer::new(&mut &row[..])).with_context(|| format!("a row of {table}"))?;
        known.push(SerdeWrapper(value));
    }
    Ok(())
}

fn row_type<'a>(module: &'a ModuleDef, name: &str) -> Option<(&'a ModuleDef, AlgebraicTypeRef)> {
    let tables = module.all_tables_with_prefix().into_iter();
    let views = module.all_views_with_prefix().into_iter();
    let tables = tables.map(|(path, owner, table)| (path.join(table.name.clone()), owner, table.product_type_ref));
    let views = views.map(|(path, owner, view)| (path.join(view.name.clone()), owner, view.product_type_ref));
    let mut all = tables.chain(views);
    all.find(|(known, ..)| known.to_string() == name).map(|(_, owner, row_type)| (owner, row_type))
}
