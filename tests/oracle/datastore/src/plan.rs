// tests/oracle/datastore/src/plan.rs: what is done to a database, call by call, as both engines are told it.
use spacetimedb_sats::bsatn;

use crate::schema::Schema;

/// A table or an index by its number in the schema; beyond the last one, one that does not exist.
pub type Number = usize;

/// The bounds of a range scan, as a guest encodes them.
#[derive(Clone, PartialEq)]
pub struct Range {
    pub prefix: Vec<u8>,
    pub prefix_elements: u16,
    pub start: Vec<u8>,
    pub end: Vec<u8>,
}

/// Rows, points and relations are bytes, right or wrong.
#[derive(Clone, PartialEq)]
pub enum Op {
    Begin,
    Commit,
    RollBack,
    Insert { table: Number, row: Vec<u8> },
    Update { table: Number, index: Number, row: Vec<u8> },
    DeleteEqual { table: Number, rows: Vec<u8> },
    DeletePoint { index: Number, point: Vec<u8> },
    DeleteRange { index: Number, range: Range },
    Clear { table: Number },
    Count { table: Number },
    Scan { table: Number },
    ScanPoint { index: Number, point: Vec<u8> },
    ScanRange { index: Number, range: Range },
}

pub const KINDS: [&str; 12] = [
    "begin",
    "commit",
    "roll back",
    "insert",
    "update",
    "delete equal",
    "delete by point",
    "delete by range",
    "clear",
    "count",
    "scan",
    "point scan",
];
pub const RANGE_SCAN: &str = "range scan";

impl Op {
    fn code(&self) -> u8 {
        match self {
            Self::Begin => 0,
            Self::Commit => 1,
            Self::RollBack => 2,
            Self::Insert { .. } => 3,
            Self::Update { .. } => 4,
            Self::DeleteEqual { .. } => 5,
            Self::DeletePoint { .. } => 6,
            Self::DeleteRange { .. } => 7,
            Self::Clear { .. } => 8,
            Self::Count { .. } => 9,
            Self::Scan { .. } => 10,
            Self::ScanPoint { .. } => 11,
            Self::ScanRange { .. } => 12,
        }
    }

    pub fn kind(&self) -> &'static str {
        KINDS.get(self.code() as usize).unwrap_or(&RANGE_SCAN)
    }

    pub fn table(&self) -> Option<Number> {
        match self {
            Self::Insert { table, .. }
            | Self::Update { table, .. }
            | Self::DeleteEqual { table, .. }
            | Self::Clear { table }
            | Self::Count { table }
            | Self::Scan { table } => Some(*table),
            _ => None,
        }
    }

    pub fn table_mut(&mut self) -> Option<&mut Number> {
        match self {
            Self::Insert { table, .. }
            | Self::Update { table, .. }
            | Self::DeleteEqual { table, .. }
            | Self::Clear { table }
            | Self::Count { table }
            | Self::Scan { table } => Some(table),
            _ => None,
        }
    }

    pub fn index_mut(&mut self) -> Option<&mut Number> {
        match self {
            Self::Update { index, .. }
            | Self::DeletePoint { index, .. }
            | Self::DeleteRange { index, .. }
            | Self::ScanPoint { index, .. }
            | Self::ScanRange { index, .. } => Some(index),
            _ => None,
        }
    }

    pub fn index(&self) -> Option<Number> {
        self.clone().index_mut().copied()
    }

    /// Rows that the operation hands over: one, or a counted list.
    pub fn row_bytes_mut(&mut self) -> Option<&mut Vec<u8>> {
        match self {
            Self::Insert { row, .. } | Self::Update { row, .. } => Some(row),
            Self::DeleteEqual { rows, .. } => Some(rows),
            _ => None,
        }
    }

    /// Whether it changes rows, so that what comes after it depends on it.
    pub fn answers_rows(&self) -> bool {
        matches!(self, Self::Scan { .. } | Self::ScanPoint { .. } | Self::ScanRange { .. })
    }

    fn encode(&self, out: &mut Vec<u8>) {
        out.push(self.code());
        let number = |number: Option<Number>| number.unwrap_or(0) as u32;
        out.extend(number(self.table()).to_le_bytes());
        out.extend(number(self.index()).to_le_bytes());
        let empty = Vec::new();
        let (elements, parts) = match self {
            Self::Insert { row, .. } | Self::Update { row, .. } => (0, [row, &empty, &empty]),
            Self::DeleteEqual { rows, .. } => (0, [rows, &empty, &empty]),
            Self::DeletePoint { point, .. } | Self::ScanPoint { point, .. } => (0, [point, &empty, &empty]),
            Self::DeleteRange { range, .. } | Self::ScanRange { range, .. } => {
                (range.prefix_elements, [&range.prefix, &range.start, &range.end])
            }
            _ => (0, [&empty; 3]),
        };
        out.extend(u32::from(elements).to_le_bytes());
        parts.into_iter().for_each(|part| put_bytes(part, out));
    }
}

pub fn put_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend((bytes.len() as u32).to_le_bytes());
    out.extend(bytes);
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl std::fmt::Display for Op {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.kind())?;
        self.table().map_or(Ok(()), |table| write!(f, " table {table}"))?;
        self.index().map_or(Ok(()), |index| write!(f, " index {index}"))?;
        match self {
            Self::Insert { row, .. } | Self::Update { row, .. } => write!(f, " row {}", hex(row)),
            Self::DeleteEqual { rows, .. } => write!(f, " rows {}", hex(rows)),
            Self::DeletePoint { point, .. } | Self::ScanPoint { point, .. } => write!(f, " point {}", hex(point)),
            Self::DeleteRange { range, .. } | Self::ScanRange { range, .. } => write!(
                f,
                " prefix {} of {} start {} end {}",
                hex(&range.prefix),
                range.prefix_elements,
                hex(&range.start),
                hex(&range.end)
            ),
            _ => Ok(()),
        }
    }
}

#[derive(Clone)]
pub struct Plan {
    pub seed: u64,
    pub schema: Schema,
    pub ops: Vec<Op>,
}

impl Plan {
    /// As the program of the other engine reads it.
    pub fn encode(&self, out: &mut Vec<u8>) {
        let mut plan = Vec::new();
        put_bytes(&bsatn::to_vec(&self.schema.describe()).expect("descriptions can be encoded"), &mut plan);
        let names = |names: Vec<String>, plan: &mut Vec<u8>| {
            plan.extend((names.len() as u32).to_le_bytes());
            names.iter().for_each(|name| put_bytes(name.as_bytes(), plan));
        };
        let tables = &self.schema.tables;
        names(tables.iter().map(|table| table.name.clone()).collect(), &mut plan);
        names(self.schema.indexes().map(|(table, index)| tables[table].index_name(index)).collect(), &mut plan);
        plan.extend((self.ops.len() as u32).to_le_bytes());
        self.ops.iter().for_each(|op| op.encode(&mut plan));
        put_bytes(&plan, out);
    }
}

/// What an operation came to.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    pub code: i32,          // an errno, 0 where it went well, or TRAP
    pub rows: Vec<Vec<u8>>, // sorted; or one entry: what was generated, or a count
}

pub const TRAP: i32 = -1;

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.code {
            0 => write!(f, "ok")?,
            TRAP => write!(f, "trap")?,
            errno => write!(f, "errno {errno}")?,
        }
        self.rows.iter().try_for_each(|row| write!(f, " {}", hex(row)))
    }
}
