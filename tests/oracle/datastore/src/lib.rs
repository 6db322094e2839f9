// tests/oracle/datastore/src/lib.rs: the official datastore behind a few C functions, for bench/host.
//
// One table `item` (id: u64, group: u32, score: i64, name: string) with a unique b-tree index on id and another on
// group. A call does what a server does for a module: it takes encoded rows and keys, and hands out encoded rows.
use std::slice;

use spacetimedb_datastore::execution_context::Workload;
use spacetimedb_datastore::locking_tx_datastore::datastore::Locking;
use spacetimedb_datastore::locking_tx_datastore::{IndexScanPointOrRange, MutTxId};
use spacetimedb_datastore::traits::{IsolationLevel, MutTx, MutTxDatastore};
use spacetimedb_lib::db::raw_def::v9::{btree, RawModuleDefV9Builder};
use spacetimedb_lib::{Identity, RawModuleDef};
use spacetimedb_primitives::{ColId, IndexId, TableId};
use spacetimedb_sats::bsatn::{self, ToBsatn};
use spacetimedb_sats::{AlgebraicType, ProductType};
use spacetimedb_schema::def::ModuleDef;
use spacetimedb_schema::schema::{Schema, TableSchema};
use spacetimedb_table::page_pool::PagePool;
use spacetimedb_table::table::RowRef;

pub struct Database {
    datastore: Locking,
    tx: Option<MutTxId>,
    table: TableId,
    by_id: IndexId,
}

fn description() -> RawModuleDef {
    let mut builder = RawModuleDefV9Builder::new();
    let row = ProductType::from_iter([
        ("id", AlgebraicType::U64),
        ("group", AlgebraicType::U32),
        ("score", AlgebraicType::I64),
        ("name", AlgebraicType::String),
    ]);
    builder
        .build_table_with_new_type("item", row, true)
        .with_unique_constraint(ColId(0))
        .with_index(btree(ColId(0)), "by_id")
        .with_index(btree(ColId(1)), "by_group")
        .finish();
    RawModuleDef::V9(builder.finish())
}

impl Database {
    fn create() -> Self {
        let def = ModuleDef::try_from(description()).expect("the description is valid");
        let datastore = Locking::bootstrap(Identity::ZERO, PagePool::new(None)).expect("a database can be made");
        let mut tx = datastore.begin_mut_tx(IsolationLevel::Serializable, Workload::Internal);
        let table = def.table("item").expect("it is there");
        let schema = TableSchema::from_module_def(&def, table, (), TableId::SENTINEL);
        let table = datastore.create_table_mut_tx(&mut tx, schema).expect("the table can be made");
        let by_id = datastore.index_id_from_name_mut_tx(&tx, "item_id_idx_btree").expect("names can be looked up");
        datastore.commit_mut_tx(tx).expect("a commit succeeds");
        Self { datastore, tx: None, table, by_id: by_id.expect("it is there") }
    }

    fn tx(&mut self) -> &mut MutTxId {
        self.tx.as_mut().expect("a transaction is open")
    }
}

fn write_rows<'a>(rows: impl Iterator<Item = RowRef<'a>>, out: &mut Vec<u8>) {
    rows.for_each(|row| row.to_bsatn_extend(out).expect("rows can be encoded"));
}

/// # Safety
/// `bytes` and `length` are a slice.
unsafe fn slice_of<'a>(bytes: *const u8, length: usize) -> &'a [u8] {
    unsafe { slice::from_raw_parts(bytes, length) }
}

/// Writes the description of the module that has the table; its length.
///
/// # Safety
/// `out` has room for `capacity` bytes.
#[no_mangle]
pub unsafe extern "C" fn official_describe(out: *mut u8, capacity: usize) -> usize {
    let bytes = bsatn::to_vec(&description()).expect("descriptions can be encoded");
    assert!(bytes.len() <= capacity);
    unsafe { slice::from_raw_parts_mut(out, bytes.len()) }.copy_from_slice(&bytes);
    bytes.len()
}

#[no_mangle]
pub extern "C" fn official_create() -> *mut Database {
    Box::into_raw(Box::new(Database::create()))
}

/// # Safety
/// `database` is of official_create and not used again.
#[no_mangle]
pub unsafe extern "C" fn official_destroy(database: *mut Database) {
    let mut database = unsafe { Box::from_raw(database) };
    if let Some(tx) = database.tx.take() {
        let _ = database.datastore.rollback_mut_tx(tx);
    }
}

#[no_mangle]
pub extern "C" fn official_begin(database: &mut Database) {
    database.tx = Some(database.datastore.begin_mut_tx(IsolationLevel::Serializable, Workload::Internal));
}

#[no_mangle]
pub extern "C" fn official_commit(database: &mut Database) {
    let tx = database.tx.take().expect("a transaction is open");
    database.datastore.commit_mut_tx(tx).expect("a commit succeeds");
}

#[no_mangle]
pub extern "C" fn official_roll_back(database: &mut Database) {
    let tx = database.tx.take().expect("a transaction is open");
    let _ = database.datastore.rollback_mut_tx(tx);
}

/// # Safety
/// `row` and `length` are a slice.
#[no_mangle]
pub unsafe extern "C" fn official_insert(database: &mut Database, row: *const u8, length: usize) -> bool {
    let row = unsafe { slice_of(row, length) };
    let mut tx = database.tx.take().expect("a transaction is open");
    let is_inserted = database.datastore.insert_mut_tx(&mut tx, database.table, row).is_ok();
    database.tx = Some(tx);
    is_inserted
}

/// # Safety
/// `row` and `length` are a slice.
#[no_mangle]
pub unsafe extern "C" fn official_update(database: &mut Database, row: *const u8, length: usize) -> bool {
    let row = unsafe { slice_of(row, length) };
    let mut tx = database.tx.take().expect("a transaction is open");
    let is_updated = database.datastore.update_mut_tx(&mut tx, database.table, database.by_id, row).is_ok();
    database.tx = Some(tx);
    is_updated
}

/// The rows with an id, in a buffer of the caller; their bytes.
///
/// # Safety
/// `key` and `length` are a slice, `out` has room for `capacity` bytes.
#[no_mangle]
pub unsafe extern "C" fn official_scan_point(
    database: &mut Database,
    key: *const u8,
    length: usize,
    out: *mut u8,
    capacity: usize,
) -> usize {
    let index = database.by_id;
    let (_, _, rows) =
        database.tx().index_scan_point(index, unsafe { slice_of(key, length) }).expect("the key is readable");
    let mut bytes = Vec::new();
    write_rows(rows, &mut bytes);
    assert!(bytes.len() <= capacity);
    unsafe { slice::from_raw_parts_mut(out, bytes.len()) }.copy_from_slice(&bytes);
    bytes.len()
}

/// The rows whose ids are between two bounds, likewise.
///
/// # Safety
/// `start`, `end` and `length` are slices, `out` has room for `capacity` bytes.
#[no_mangle]
pub unsafe extern "C" fn official_scan_range(
    database: &mut Database,
    start: *const u8,
    end: *const u8,
    length: usize,
    out: *mut u8,
    capacity: usize,
) -> usize {
    let index = database.by_id;
    let (start, end) = unsafe { (slice_of(start, length), slice_of(end, length)) };
    let (_, scan) = database.tx().index_scan_range(index, &[], ColId(0), start, end).expect("the bounds are readable");
    let mut bytes = Vec::new();
    match scan {
        IndexScanPointOrRange::Point(_, rows) => write_rows(rows, &mut bytes),
        IndexScanPointOrRange::Range(rows) => write_rows(rows, &mut bytes),
    }
    assert!(bytes.len() <= capacity);
    unsafe { slice::from_raw_parts_mut(out, bytes.len()) }.copy_from_slice(&bytes);
    bytes.len()
}

/// Deletes the rows with an id; how many.
///
/// # Safety
/// `key` and `length` are a slice.
#[no_mangle]
pub unsafe extern "C" fn official_delete_point(database: &mut Database, key: *const u8, length: usize) -> u32 {
    let mut tx = database.tx.take().expect("a transaction is open");
    let (table, _, rows) =
        tx.index_scan_point(database.by_id, unsafe { slice_of(key, length) }).expect("the key is readable");
    let pointers: Vec<_> = rows.map(|row| row.pointer()).collect();
    let deleted = database.datastore.delete_mut_tx(&mut tx, table, pointers);
    database.tx = Some(tx);
    deleted
}
