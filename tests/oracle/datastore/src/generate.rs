// tests/oracle/datastore/src/generate.rs: random plans. Values come from small pools, so that calls meet each other.
use spacetimedb_sats::AlgebraicType;

use crate::plan::{Op, Plan, Range};
use crate::random::Random;
use crate::schema::{Algorithm, Index, Schema, Table};
use crate::types;

/// What a plan does most.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    Mixed,
    Growing, // many rows, so that indexes have several leaves
}

struct Pools {
    columns: Vec<Vec<Vec<u8>>>,     // of each column, encoded values
    recent_rows: Vec<Vec<Vec<u8>>>, // column by column
    newest: Option<Vec<Vec<u8>>>,   // of them
}

struct Generator<'a> {
    random: &'a mut Random,
    schema: &'a Schema,
    pools: Vec<Pools>,
    indexes: Vec<(usize, Index)>,
    style: Style,
}

fn one(ty: &AlgebraicType, random: &mut Random) -> Vec<u8> {
    let mut bytes = Vec::new();
    types::value(ty, random, &mut bytes);
    bytes
}

fn small_integer(ty: &AlgebraicType, random: &mut Random) -> Vec<u8> {
    let mut bytes = vec![0; types::integer_size(ty)];
    bytes[0] = random.below(30) as u8;
    bytes
}

impl Pools {
    fn random(table: &Table, style: Style, random: &mut Random) -> Self {
        let size = if style == Style::Growing { 400 } else { 2 + random.below(5) };
        let columns = table
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| match table.auto_inc {
                Some(auto_inc) if auto_inc as usize == at => {
                    (0..12).map(|_| small_integer(&column.ty, random)).collect()
                }
                // Enough keys that an index of them has several leaves.
                _ if style == Style::Growing && column.ty == AlgebraicType::U32 => {
                    (0..2000u32).map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes().to_vec()).collect()
                }
                _ => (0..size).map(|_| one(&column.ty, random)).collect(),
            })
            .collect();
        Self { columns, recent_rows: Vec::new(), newest: None }
    }
}

impl Generator<'_> {
    fn table(&mut self) -> usize {
        if self.random.chance(40) {
            self.schema.tables.len()
        } else {
            self.random.below(self.schema.tables.len())
        }
    }

    /// Of the table if it has one.
    fn index_of(&mut self, table: usize) -> usize {
        let of_table: Vec<usize> = (0..self.indexes.len()).filter(|&at| self.indexes[at].0 == table).collect();
        if of_table.is_empty() || self.random.chance(25) {
            return self.random.below(self.indexes.len() + 1);
        }
        let unique: Vec<usize> =
            of_table.iter().copied().filter(|&at| self.schema.tables[table].is_unique(&self.indexes[at].1)).collect();
        let choice = if unique.is_empty() || self.random.chance(8) { &of_table } else { &unique };
        choice[self.random.below(choice.len())]
    }

    fn index(&mut self) -> usize {
        if self.indexes.is_empty() || self.random.chance(40) {
            return self.indexes.len();
        }
        self.random.below(self.indexes.len())
    }

    fn column(&mut self, table: usize, column: usize) -> Vec<u8> {
        if self.random.chance(30) {
            return one(&self.schema.tables[table].columns[column].ty, self.random);
        }
        let is_generated = self.schema.tables[table].auto_inc == Some(column as u16);
        if is_generated && !self.random.chance(5) {
            return vec![0; types::integer_size(&self.schema.tables[table].columns[column].ty)];
        }
        let pool = &self.pools[table].columns[column];
        pool[self.random.below(pool.len())].clone()
    }

    /// For lookups, which want generated values more often than zero.
    fn sought(&mut self, table: usize, column: usize) -> Vec<u8> {
        let ty = &self.schema.tables[table].columns[column].ty;
        if self.schema.tables[table].auto_inc == Some(column as u16) {
            return small_integer(ty, self.random);
        }
        self.column(table, column)
    }

    fn fresh_row(&mut self, table: usize) -> Vec<u8> {
        let columns = self.schema.tables[table].columns.len();
        let mut row: Vec<_> = (0..columns).map(|column| self.column(table, column)).collect();
        self.pools[table].newest = Some(row.clone());
        let recent = &mut self.pools[table].recent_rows;
        let most = if self.style == Style::Growing { 300 } else { 30 };
        if recent.len() < most {
            recent.push(row.clone());
        } else {
            let at = self.random.below(recent.len());
            recent[at].clone_from(&row);
        }
        if self.random.chance(30) {
            let at = self.random.below(columns);
            types::wrong_value(&self.schema.tables[table].columns[at].ty, self.random, &mut row[at]);
        }
        row.concat()
    }

    fn recent_row(&mut self, table: usize) -> Option<Vec<Vec<u8>>> {
        let recent = &self.pools[table].recent_rows;
        (!recent.is_empty()).then(|| recent[self.random.below(recent.len())].clone())
    }

    /// A row with the key of the newest one, in a unique index, and other values beside it: a clash, if that one is there.
    fn clashing_row(&mut self, table: usize) -> Option<Vec<u8>> {
        let described = self.schema.tables.get(table)?;
        let is_drawn = |index: &Index| described.auto_inc.is_some_and(|column| index.columns.contains(&column));
        let mut unique = described.indexes.iter().filter(|index| described.is_unique(index) && !is_drawn(index));
        let key = &unique.next()?.columns;
        let mut row = self.pools[table].newest.clone()?;
        for (column, value) in row.iter_mut().enumerate() {
            if !key.contains(&(column as u16)) {
                *value = one(&described.columns[column].ty, self.random);
            }
        }
        Some(row.concat())
    }

    /// A row to insert or update; for a table that does not exist, any bytes.
    fn row(&mut self, table: usize) -> Vec<u8> {
        if table >= self.schema.tables.len() {
            return vec![1, 2, 3];
        }
        let recent = if self.random.chance(8) { self.recent_row(table) } else { None };
        let row = recent.map_or_else(|| self.fresh_row(table), |row| row.concat());
        self.maybe_damaged(row)
    }

    fn maybe_damaged(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        if !self.random.chance(25) {
            return bytes;
        }
        match self.random.below(4) {
            0 => bytes.push(self.random.next() as u8),
            1 => {
                bytes.pop();
            }
            2 => bytes.clear(),
            _ if !bytes.is_empty() => {
                let at = self.random.below(bytes.len());
                bytes[at] = self.random.next() as u8;
            }
            _ => {}
        }
        bytes
    }

    /// Rows to delete, those of the recent past most of all.
    fn rows(&mut self, table: usize) -> Vec<u8> {
        let count = [0, 1, 1, 2, 3][self.random.below(5)];
        let mut bytes = (count as u32).to_le_bytes().to_vec();
        for _ in 0..count {
            if table >= self.schema.tables.len() {
                break;
            }
            let recent = if self.random.chance(6) { None } else { self.recent_row(table).map(|row| row.concat()) };
            let mut row = recent.unwrap_or_else(|| self.fresh_row(table));
            self.fill_generated(table, &mut row);
            bytes.extend(row);
        }
        match self.random.below(30) {
            0 => bytes.push(0),
            1 => bytes.truncate(bytes.len() - 1),
            2 => bytes.truncate(3),
            _ => {}
        }
        bytes
    }

    /// A row as it may stand in the table, if its generated column comes first.
    fn fill_generated(&mut self, table: usize, row: &mut [u8]) {
        let table = &self.schema.tables[table];
        if table.auto_inc == Some(0) && !row.is_empty() {
            row[0] = self.random.below(40) as u8;
        }
    }

    /// The value of an index's columns.
    fn point(&mut self, index: usize) -> Vec<u8> {
        let Some((table, index)) = self.indexes.get(index).cloned() else { return vec![0] };
        let point = index.columns.iter().flat_map(|&column| self.sought(table, column as usize)).collect();
        self.maybe_damaged(point)
    }

    fn range(&mut self, index: usize) -> Range {
        let Some((table, index)) = self.indexes.get(index).cloned() else {
            return Range { prefix: vec![], prefix_elements: 0, start: vec![2], end: vec![2] };
        };
        let types = self.schema.tables[table].key_types(&index);
        let is_whole = types.len() == index.columns.len();
        // A value of one part of the key.
        let part = |generator: &mut Self, at: usize| match index.columns.get(at) {
            Some(&column) if is_whole => generator.sought(table, column as usize),
            _ => one(&types[at], generator.random),
        };
        // Hash indexes refuse before they look; a unit has no parts.
        if types.is_empty() {
            return Range { prefix: vec![], prefix_elements: 0, start: vec![2], end: vec![2] };
        }
        let wrong = self.random.chance(30);
        let elements = if wrong { types.len() + self.random.below(2) } else { self.random.below(types.len()) };
        let mut prefix: Vec<u8> = (0..elements.min(types.len())).flat_map(|at| part(self, at)).collect();
        if elements > 0 {
            prefix = self.maybe_damaged(prefix);
        }
        let at = elements.min(types.len() - 1);
        let bound = |generator: &mut Self| {
            let kind = generator.random.below(3) as u8;
            let mut bytes = vec![kind];
            if kind != 2 {
                bytes.extend(part(generator, at));
            }
            let mut bytes = generator.maybe_damaged(bytes);
            // What a direct index finds beyond the last tag of an enum is nobody's business.
            if let (Algorithm::Direct, AlgebraicType::Sum(sum), [_, tag, ..]) =
                (index.algorithm, &types[at], &mut bytes[..])
            {
                *tag %= sum.variants.len() as u8;
            }
            bytes
        };
        let start = bound(self);
        let end = if self.random.chance(6) { start.clone() } else { bound(self) };
        Range { prefix, prefix_elements: elements as u16, start, end }
    }

    /// An operation; `place` counts to a hundred.
    fn op(&mut self, place: usize) -> Op {
        let table = self.table();
        match place {
            0..=18 => Op::Insert { table, row: self.row(table) },
            19..=33 => Op::Update { table, index: self.index_of(table), row: self.row(table) },
            34..=41 => Op::DeleteEqual { table, rows: self.rows(table) },
            42..=49 => {
                let index = self.index();
                Op::DeletePoint { index, point: self.point(index) }
            }
            50..=57 => {
                let index = self.index();
                Op::DeleteRange { index, range: self.range(index) }
            }
            58..=65 => Op::Clear { table },
            66..=73 => Op::Count { table },
            74..=81 => Op::Scan { table },
            82..=90 => {
                let index = self.index();
                Op::ScanPoint { index, point: self.point(index) }
            }
            _ => {
                let index = self.index();
                Op::ScanRange { index, range: self.range(index) }
            }
        }
    }

    /// Growing plans insert, now and then look, and seldom delete.
    fn growing_op(&mut self) -> Op {
        let place = match self.random.below(20) {
            0 => 19 + self.random.below(39),
            1 => 66 + self.random.below(8),
            2 => 82 + self.random.below(18),
            4 if self.random.chance(40) => 74,
            _ => 0,
        };
        self.op(place)
    }

    fn ops(&mut self, count: usize) -> Vec<Op> {
        let mut ops = vec![Op::Begin];
        while ops.len() < count {
            let op = match self.style {
                Style::Growing => self.growing_op(),
                Style::Mixed => {
                    let place = self.random.below(100);
                    self.op(place)
                }
            };
            let inserted = if let Op::Insert { table, .. } = op { Some(table) } else { None };
            ops.push(op);
            if let Some(table) = inserted.filter(|_| self.style == Style::Mixed && self.random.chance(2)) {
                ops.extend(self.clashing_row(table).map(|row| Op::Insert { table, row }));
            }
            let ending = if self.style == Style::Growing { 100 } else { 6 };
            if self.random.chance(ending) {
                let rolls_back =
                    if self.style == Style::Growing { self.random.chance(4) } else { self.random.chance(2) };
                ops.push(if rolls_back { Op::RollBack } else { Op::Commit });
                // What comes without a transaction is refused.
                if self.random.chance(8) {
                    let place = self.random.below(100);
                    ops.push(self.op(place));
                }
                ops.push(Op::Begin);
            }
        }
        ops
    }

    /// Takes away much of what a growing plan has put in, here and there, and puts back some of it, there or not.
    fn thin_out(&mut self, ops: &mut Vec<Op>) {
        for _ in 0..2000 {
            ops.push(match self.random.below(12) {
                0 => self.op(34),
                1 => self.op(50),
                2 => self.op(82),
                3 => self.op(91),
                4 => {
                    self.recent_row(0).map_or(Op::Count { table: 0 }, |row| Op::Insert { table: 0, row: row.concat() })
                }
                _ => self.op(42),
            });
            if self.random.chance(60) {
                ops.extend([if self.random.chance(3) { Op::RollBack } else { Op::Commit }, Op::Begin]);
            }
        }
    }

    /// More in one transaction than a leaf of an index holds, so that its own rows take several.
    fn fill_at_once(&mut self, ops: &mut Vec<Op>) {
        ops.extend([Op::Commit, Op::Begin]);
        for _ in 0..1000 {
            ops.push(Op::Insert { table: 0, row: self.row(0) });
        }
        self.look_at_all(ops);
        ops.extend([if self.random.chance(2) { Op::RollBack } else { Op::Commit }, Op::Begin]);
        self.look_at_all(ops);
    }

    /// Everything that is there, and by every index.
    fn look_at_all(&self, ops: &mut Vec<Op>) {
        for table in 0..self.schema.tables.len() {
            ops.push(Op::Count { table });
            ops.push(Op::Scan { table });
        }
        for index in 0..self.indexes.len() {
            let range = Range { prefix: vec![], prefix_elements: 0, start: vec![2], end: vec![2] };
            ops.push(Op::ScanRange { index, range });
        }
    }
}

/// The plan of a seed.
pub fn plan(seed: u64) -> Plan {
    let mut random = Random::new(seed);
    let mut schema = Schema::random(&mut random);
    let style = if random.chance(60) { Style::Growing } else { Style::Mixed };
    if style == Style::Growing {
        schema.tables[0].index_by_number(random.chance(2));
    }
    let pools = schema.tables.iter().map(|table| Pools::random(table, style, &mut random)).collect();
    let indexes = schema.indexes().map(|(table, index)| (table, index.clone())).collect();
    let mut generator = Generator { random: &mut random, schema: &schema, pools, indexes, style };
    let mut ops = generator.ops(if style == Style::Growing { 1500 } else { 420 });
    generator.look_at_all(&mut ops);
    if style == Style::Growing {
        generator.thin_out(&mut ops);
        generator.look_at_all(&mut ops);
        generator.fill_at_once(&mut ops);
    }
    Plan { seed, schema, ops }
}
