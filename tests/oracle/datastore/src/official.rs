// tests/oracle/datastore/src/official.rs: runs a plan on the official datastore, as a server's host calls do.
use spacetimedb_datastore::error::{DatastoreError, IndexError, TableError};
use spacetimedb_datastore::execution_context::Workload;
use spacetimedb_datastore::locking_tx_datastore::datastore::Locking;
use spacetimedb_datastore::locking_tx_datastore::state_view::StateView;
use spacetimedb_datastore::locking_tx_datastore::{IndexScanPointOrRange, MutTxId};
use spacetimedb_datastore::system_tables::{StSequenceRow, ST_SEQUENCE_ID};
use spacetimedb_datastore::traits::{IsolationLevel, MutTx, MutTxDatastore};
use spacetimedb_lib::Identity;
use spacetimedb_primitives::{ColId, IndexId, TableId};
use spacetimedb_sats::bsatn::{self, ToBsatn};
use spacetimedb_sats::{AlgebraicType, AlgebraicValue, ProductValue};
use spacetimedb_schema::def::ModuleDef;
use spacetimedb_schema::schema::{Schema as _, TableSchema};
use spacetimedb_table::page_pool::PagePool;
use spacetimedb_table::table::RowRef;

use crate::plan::{Answer, Op, Plan, Range, TRAP};
use crate::schema::{Algorithm, Index, Schema};
use crate::types;

// Of the ABI.
const NOT_IN_TRANSACTION: i32 = 2;
const BSATN_DECODE_ERROR: i32 = 3;
const NO_SUCH_TABLE: i32 = 4;
const NO_SUCH_INDEX: i32 = 5;
pub const UNIQUE_ALREADY_EXISTS: i32 = 12;
const INDEX_NOT_UNIQUE: i32 = 14;
const NO_SUCH_ROW: i32 = 15;

/// What a module sees of an error of the datastore.
fn code_of(error: &DatastoreError) -> i32 {
    match error {
        DatastoreError::Table(TableError::IdNotFound(..) | TableError::NotFound(_)) => NO_SUCH_TABLE,
        DatastoreError::Index(IndexError::NotFound(_)) => NO_SUCH_INDEX,
        DatastoreError::Index(IndexError::Decode(_)) => BSATN_DECODE_ERROR,
        DatastoreError::Index(IndexError::UniqueConstraintViolation(_)) => UNIQUE_ALREADY_EXISTS,
        DatastoreError::Index(IndexError::NotUnique(_)) => INDEX_NOT_UNIQUE,
        DatastoreError::Index(IndexError::KeyNotFound(..)) => NO_SUCH_ROW,
        _ => TRAP,
    }
}

type Result = std::result::Result<Vec<Vec<u8>>, i32>;

fn failed(error: DatastoreError) -> i32 {
    code_of(&error)
}

fn number(count: impl Into<u64>) -> Vec<Vec<u8>> {
    vec![count.into().to_le_bytes().to_vec()]
}

fn rows<'a>(scan: impl Iterator<Item = RowRef<'a>>) -> Vec<Vec<u8>> {
    let mut rows: Vec<_> = scan.map(|row| row.to_bsatn_vec().expect("rows can be encoded")).collect();
    rows.sort_unstable();
    rows
}

/// A database with the schema's tables.
pub struct Official {
    pub datastore: Locking,
    pub tx: Option<MutTxId>,
    schema: Schema,
    tables: Vec<TableId>,
    indexes: Vec<IndexId>,
    // Sequences skip values now and then, at random: a few thousand draws apart.
    pub has_skipped: bool,
}

pub fn begin(datastore: &Locking) -> MutTxId {
    datastore.begin_mut_tx(IsolationLevel::Serializable, Workload::Internal)
}

impl Official {
    /// Why the official validator refuses the schema, if it does.
    pub fn create(schema: &Schema) -> std::result::Result<Self, String> {
        let def = ModuleDef::try_from(schema.describe()).map_err(|errors| errors.to_string())?;
        let datastore = Locking::bootstrap(Identity::ZERO, PagePool::new(None)).map_err(|error| error.to_string())?;
        let mut tx = begin(&datastore);
        let mut tables = Vec::new();
        for table in &schema.tables {
            let table = def.table(&*table.name).expect("the table was described");
            let table_schema = TableSchema::from_module_def(&def, table, (), TableId::SENTINEL);
            tables.push(datastore.create_table_mut_tx(&mut tx, table_schema).map_err(|error| error.to_string())?);
        }
        let mut indexes = Vec::new();
        for (number, index) in schema.indexes() {
            let name = schema.tables[number].index_name(index);
            let found = datastore.index_id_from_name_mut_tx(&tx, &name).map_err(|error| error.to_string())?;
            indexes.push(found.ok_or_else(|| format!("there is no index {name}"))?);
        }
        datastore.commit_mut_tx(tx).map_err(|error| error.to_string())?;
        Ok(Self { datastore, tx: None, schema: schema.clone(), tables, indexes, has_skipped: false })
    }

    pub fn table(&self, number: usize) -> TableId {
        self.tables.get(number).copied().unwrap_or(TableId(1_000_000))
    }

    pub fn index(&self, number: usize) -> IndexId {
        self.indexes.get(number).copied().unwrap_or(IndexId(1_000_000))
    }

    pub fn run(&mut self, op: &Op) -> Answer {
        let answer = match op {
            Op::Begin | Op::Commit | Op::RollBack => {
                self.transact(op);
                Ok(Vec::new())
            }
            _ => self.call(op),
        };
        match answer {
            Ok(rows) => Answer { code: 0, rows },
            Err(code) => Answer { code, rows: Vec::new() },
        }
    }

    fn transact(&mut self, op: &Op) {
        match (op, self.tx.take()) {
            (Op::Begin, None) => self.tx = Some(begin(&self.datastore)),
            (Op::Commit, Some(tx)) => {
                self.datastore.commit_mut_tx(tx).expect("a commit succeeds");
            }
            (Op::RollBack, Some(tx)) => {
                let _ = self.datastore.rollback_mut_tx(tx);
            }
            (_, tx) => self.tx = tx,
        }
    }

    fn call(&mut self, op: &Op) -> Result {
        // The host asks for the transaction before anything else.
        let mut tx = self.tx.take().ok_or(NOT_IN_TRANSACTION)?;
        let result = match op {
            Op::Insert { table, row } => self.insert(&mut tx, *table, row),
            Op::Update { table, index, row } => self.update(&mut tx, *table, *index, row),
            Op::DeleteEqual { table, rows } => self.delete_equal(&mut tx, *table, rows),
            Op::DeletePoint { index, point } => self.delete_point(&mut tx, *index, point),
            Op::DeleteRange { index, range } => self.delete_range(&mut tx, *index, range),
            Op::Clear { table } => self.clear(&mut tx, *table),
            Op::Count { table } => tx.table_row_count(self.table(*table)).map(number).ok_or(NO_SUCH_TABLE),
            Op::Scan { table } => self.datastore.iter_mut_tx(&tx, self.table(*table)).map(rows).map_err(failed),
            Op::ScanPoint { index, point } => {
                tx.index_scan_point(self.index(*index), point).map(|(_, _, scan)| rows(scan)).map_err(failed)
            }
            Op::ScanRange { index, range } => self.scan_range(&tx, *index, range),
            Op::Begin | Op::Commit | Op::RollBack => unreachable!("no calls of a module"),
        };
        self.tx = Some(tx);
        result
    }

    fn insert(&mut self, tx: &mut MutTxId, table: usize, row: &[u8]) -> Result {
        let before = self.drawn(tx);
        let result = self.datastore.insert_mut_tx(tx, self.table(table), row);
        let answer = result.map(|(columns, row, _)| vec![generated(row, columns.iter())]).map_err(failed);
        self.has_skipped |= self.drawn(tx) - before > 1;
        answer
    }

    fn update(&mut self, tx: &mut MutTxId, table: usize, index: usize, row: &[u8]) -> Result {
        let before = self.drawn(tx);
        let result = self.datastore.update_mut_tx(tx, self.table(table), self.index(index), row);
        let answer = result.map(|(columns, row, _)| vec![generated(row, columns.iter())]).map_err(failed);
        self.has_skipped |= self.drawn(tx) - before > 1;
        // Where there is neither the row to update nor room for the new one, the datastore says the one or the other,
        // depending on what the transaction did before. We always say the latter.
        if answer == Err(NO_SUCH_ROW) && self.would_clash(tx, table, row) {
            return Err(UNIQUE_ALREADY_EXISTS);
        }
        answer
    }

    /// Whether a row, which was just refused, has a value that another row has in a unique index.
    fn would_clash(&self, tx: &MutTxId, number: usize, row: &[u8]) -> bool {
        let table = &self.schema.tables[number];
        let mut rest = row;
        let value = ProductValue::decode(&table.row_type(), &mut rest).expect("the row was read before");
        let mut columns: Vec<_> = value.elements.iter().map(|value| bsatn::to_vec(value).expect("encodes")).collect();
        if let Some(column) = table.auto_inc.map(usize::from) {
            if columns[column].iter().all(|&byte| byte == 0) {
                let drawn = (self.allocated(tx, |table| table == self.table(number)) - 1).to_le_bytes();
                let width = columns[column].len().min(drawn.len());
                columns[column][..width].copy_from_slice(&drawn[..width]);
            }
        }
        let found = |at: usize, index: &Index| {
            let point: Vec<u8> = index.columns.iter().flat_map(|&at| columns[at as usize].clone()).collect();
            let (_, _, mut scan) = tx.index_scan_point(self.index(at), &point).expect("it is a value of the key");
            scan.next().is_some()
        };
        let mut indexes = self.schema.indexes().enumerate();
        indexes.any(|(at, (of, index))| of == number && table.is_unique(index) && found(at, index))
    }

    /// How far all sequences of the schema's tables are.
    fn drawn(&self, tx: &MutTxId) -> i128 {
        self.allocated(tx, |table| self.tables.contains(&table))
    }

    fn allocated(&self, tx: &MutTxId, is_wanted: impl Fn(TableId) -> bool) -> i128 {
        let sequences = self.datastore.iter_mut_tx(tx, ST_SEQUENCE_ID).expect("the system's tables are there");
        let sequences = sequences.map(|row| StSequenceRow::try_from(row).expect("rows of st_sequence are readable"));
        sequences.filter(|row| is_wanted(row.table_id)).map(|row| row.allocated).sum()
    }

    fn delete_equal(&self, tx: &mut MutTxId, table: usize, relation: &[u8]) -> Result {
        let table = self.table(table);
        let row_type = tx.row_type_for_table(table).map_err(failed)?.clone();
        let relation = ProductValue::decode_smallvec(&row_type, &mut &*relation).map_err(|_| BSATN_DECODE_ERROR)?;
        Ok(number(self.datastore.delete_by_rel_mut_tx(tx, table, relation)))
    }

    /// The datastore counts committed rows even if the transaction has deleted them before. That is taken for a mistake,
    /// which we do not have: the count here is that of the rows that were there.
    fn clear(&self, tx: &mut MutTxId, table: usize) -> Result {
        let count = tx.table_row_count(self.table(table));
        let counted = tx.clear_table(self.table(table)).map_err(failed)?;
        let count = count.expect("a table that can be cleared can be counted");
        assert!(counted >= count && tx.table_row_count(self.table(table)) == Some(0));
        Ok(number(count))
    }

    fn delete_point(&self, tx: &mut MutTxId, index: usize, point: &[u8]) -> Result {
        let (table, _, scan) = tx.index_scan_point(self.index(index), point).map_err(failed)?;
        let pointers: Vec<_> = scan.map(|row| row.pointer()).collect();
        Ok(number(self.datastore.delete_mut_tx(tx, table, pointers)))
    }

    fn delete_range(&self, tx: &mut MutTxId, index: usize, range: &Range) -> Result {
        let (table, rows) = self.in_range(tx, index, range).map_err(failed)?;
        let pointers: Vec<_> = rows.into_iter().map(|row| row.pointer()).collect();
        Ok(number(self.datastore.delete_mut_tx(tx, table, pointers)))
    }

    fn scan_range(&self, tx: &MutTxId, index: usize, range: &Range) -> Result {
        let (_, found) = self.in_range(tx, index, range).map_err(failed)?;
        Ok(rows(found.into_iter()))
    }

    fn in_range<'a>(
        &self,
        tx: &'a MutTxId,
        number: usize,
        range: &Range,
    ) -> std::result::Result<(TableId, Vec<RowRef<'a>>), DatastoreError> {
        // Without elements the host does not read the prefix.
        let prefix: &[u8] = if range.prefix_elements == 0 { &[] } else { &range.prefix };
        let start = self.start_of_block(number, &range.start);
        let bytes = start.as_ref().map_or(&range.start, |start| &start.bytes);
        let elements = ColId(range.prefix_elements);
        // The greatest key is one that the end of a direct index's scan cannot include: it finds nothing then.
        let is_endless = self.direct_column(number).is_some() && range.end[..] == [&[0][..], &[0xFF; 8]].concat();
        let end: &[u8] = if is_endless { &[2] } else { &range.end };
        let (table, scan) = tx.index_scan_range(self.index(number), prefix, elements, bytes, end)?;
        let mut rows: Vec<_> = match scan {
            IndexScanPointOrRange::Point(_, scan) => scan.collect(),
            IndexScanPointOrRange::Range(scan) => scan.collect(),
        };
        if let Some(start) = start {
            rows.retain(|row| start.admits(&row.read_col(start.column).expect("the column is there")));
        }
        Ok((table, rows))
    }

    /// A direct index keeps its keys in blocks of 512. A range that starts inside of a block without keys misses keys of
    /// the next ones, which is taken for a mistake that we do not have: the scan begins with the block, and what comes
    /// before the start is taken away afterwards.
    fn start_of_block(&self, number: usize, start: &[u8]) -> Option<BlockStart> {
        let (column, ty) = self.direct_column(number)?;
        let (&kind, mut value) = start.split_first()?;
        if types::integer_size(ty) < 2 || kind > 1 {
            return None;
        }
        let mut bytes = start.to_vec();
        let least = AlgebraicValue::decode(ty, &mut value).ok()?;
        bytes[0] = 0;
        bytes[1] = 0;
        bytes[2] &= 0xFE;
        Some(BlockStart { bytes, column, least, is_excluded: kind == 1 })
    }

    /// What a direct index is on.
    fn direct_column(&self, number: usize) -> Option<(ColId, &AlgebraicType)> {
        let (table, index) = self.schema.indexes().nth(number)?;
        let column = index.columns[0];
        let ty = &self.schema.tables[table].columns[column as usize].ty;
        (index.algorithm == Algorithm::Direct).then_some((ColId(column), ty))
    }
}

struct BlockStart {
    bytes: Vec<u8>, // a bound, as a guest writes it
    column: ColId,
    least: AlgebraicValue,
    is_excluded: bool,
}

impl BlockStart {
    fn admits(&self, value: &AlgebraicValue) -> bool {
        *value > self.least || (*value == self.least && !self.is_excluded)
    }
}

fn generated(row: RowRef<'_>, columns: impl Iterator<Item = ColId>) -> Vec<u8> {
    let read = |column| row.read_col::<AlgebraicValue>(column).expect("the column is there");
    columns.flat_map(|column| bsatn::to_vec(&read(column)).expect("values can be encoded")).collect()
}

/// Runs a plan; where a sequence skips, the plan ends there.
pub fn run(plan: &mut Plan) -> std::result::Result<Vec<Answer>, String> {
    let mut official = Official::create(&plan.schema)?;
    let mut answers = Vec::with_capacity(plan.ops.len());
    for (at, op) in plan.ops.iter().enumerate() {
        let answer = official.run(op);
        if official.has_skipped {
            plan.ops.truncate(at);
            break;
        }
        answers.push(answer);
    }
    if let Some(tx) = official.tx.take() {
        let _ = official.datastore.rollback_mut_tx(tx);
    }
    Ok(answers)
}
