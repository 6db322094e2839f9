pub use spacetimedb_datastore as ds;
pub use spacetimedb_schema as sc;
