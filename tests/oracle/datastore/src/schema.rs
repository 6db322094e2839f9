// tests/oracle/datastore/src/schema.rs: random tables, and the description that a module with them would give.
use spacetimedb_lib::db::raw_def::v9::{btree, direct, hash, RawModuleDefV9Builder};
use spacetimedb_lib::RawModuleDef;
use spacetimedb_primitives::{ColId, ColList};
use spacetimedb_sats::{AlgebraicType, ProductType};

use crate::random::Random;
use crate::types;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Algorithm {
    BTree,
    Hash,
    Direct,
}

impl Algorithm {
    fn label(self) -> &'static str {
        match self {
            Self::BTree => "btree",
            Self::Hash => "hash",
            Self::Direct => "direct",
        }
    }
}

#[derive(Clone)]
pub struct Index {
    pub algorithm: Algorithm,
    pub columns: Vec<u16>,
    pub is_unique: bool,
}

#[derive(Clone)]
pub struct Column {
    pub name: String,
    pub ty: AlgebraicType, // without references
}

#[derive(Clone)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    pub auto_inc: Option<u16>,
    pub indexes: Vec<Index>,
}

#[derive(Clone)]
pub struct Schema {
    pub tables: Vec<Table>,
}

fn as_set(columns: &[u16]) -> Vec<u16> {
    let mut set = columns.to_vec();
    set.sort_unstable();
    set
}

impl Table {
    pub fn row_type(&self) -> ProductType {
        ProductType::from_iter(self.columns.iter().map(|column| (column.name.clone(), column.ty.clone())))
    }

    /// The name that every server gives to such an index.
    pub fn index_name(&self, index: &Index) -> String {
        let columns: Vec<&str> = index.columns.iter().map(|&column| &*self.columns[column as usize].name).collect();
        format!("{}_{}_idx_{}", self.name, columns.join("_"), index.algorithm.label())
    }

    /// A unique constraint stands on a set of columns, and so on all of its indexes.
    pub fn is_unique(&self, index: &Index) -> bool {
        self.indexes.iter().any(|other| other.is_unique && as_set(&other.columns) == as_set(&index.columns))
    }

    /// What prefixes and bounds of a scan speak of: a single column of several fields counts as these.
    pub fn key_types(&self, index: &Index) -> Vec<AlgebraicType> {
        let columns = index.columns.iter().map(|&column| self.columns[column as usize].ty.clone());
        let mut types: Vec<_> = columns.collect();
        if let [AlgebraicType::Product(only)] = &types[..] {
            types = only.elements.iter().map(|element| element.algebraic_type.clone()).collect();
        }
        types
    }

    fn random(number: usize, random: &mut Random) -> Self {
        let count = random.below(6) + 1;
        let mut columns: Vec<_> = (0..count)
            .map(|at| Column { name: format!("c{at}"), ty: types::any(random, random_depth(number, at)) })
            .collect();
        let auto_inc = (!random.chance(3)).then(|| random.below(count) as u16);
        if let Some(column) = auto_inc {
            columns[column as usize].ty = types::integer(random);
        }
        let mut table = Self { name: format!("t{number}"), columns, auto_inc, indexes: Vec::new() };
        let indexes = if random.chance(10) { 0 } else { 1 + random.below(4) };
        for _ in 0..indexes {
            let index = table.random_index(random);
            let is_new = |other: &Index| other.algorithm != index.algorithm || other.columns != index.columns;
            if table.indexes.iter().all(is_new) {
                table.indexes.push(index);
            }
        }
        table
    }

    /// Has a number in front, and an index on it alone.
    pub fn index_by_number(&mut self, is_unique: bool) {
        self.columns[0].ty = AlgebraicType::U32;
        self.auto_inc = None;
        self.indexes = vec![Index { algorithm: Algorithm::BTree, columns: vec![0], is_unique }];
    }

    fn random_index(&mut self, random: &mut Random) -> Index {
        let first = random.below(self.columns.len()) as u16;
        if random.chance(6) && self.auto_inc != Some(first) && !self.is_indexed(first) {
            self.columns[first as usize].ty = types::direct(random);
            return Index { algorithm: Algorithm::Direct, columns: vec![first], is_unique: true };
        }
        let mut columns = vec![first];
        for _ in 0..random.below(3) {
            let next = random.below(self.columns.len()) as u16;
            if !columns.contains(&next) {
                columns.push(next);
            }
        }
        let algorithm = if random.chance(4) { Algorithm::Hash } else { Algorithm::BTree };
        Index { algorithm, columns, is_unique: !random.chance(3) }
    }

    fn is_indexed(&self, column: u16) -> bool {
        self.indexes.iter().any(|index| index.columns.contains(&column))
    }
}

fn random_depth(table: usize, column: usize) -> usize {
    (table + column) % 3
}

/// A type as a module may declare a column of it: what has no name by itself is given one.
fn declare(ty: &AlgebraicType, builder: &mut RawModuleDefV9Builder, names: &mut usize) -> AlgebraicType {
    let named = match ty {
        AlgebraicType::Array(array) => return AlgebraicType::array(declare(&array.elem_ty, builder, names)),
        AlgebraicType::Sum(sum) => {
            if let Some(some) = sum.as_option() {
                return AlgebraicType::option(declare(some, builder, names));
            }
            if let Some((ok, err)) = sum.as_result() {
                return AlgebraicType::result(declare(ok, builder, names), declare(err, builder, names));
            }
            if sum.is_special() {
                return ty.clone();
            }
            let variants = sum.variants.iter().map(|case| {
                (case.name.clone().expect("cases have names"), declare(&case.algebraic_type, builder, names))
            });
            types::sum_of(variants.collect::<Vec<_>>())
        }
        AlgebraicType::Product(product) => {
            if product.is_special() || product.is_unit() {
                return ty.clone();
            }
            let elements = product.elements.iter().map(|field| {
                (field.name.clone().expect("fields have names"), declare(&field.algebraic_type, builder, names))
            });
            AlgebraicType::product(ProductType::from_iter(elements))
        }
        _ => return ty.clone(),
    };
    *names += 1;
    AlgebraicType::Ref(builder.add_algebraic_type([], format!("Type{names}"), named, true))
}

impl Schema {
    pub fn random(random: &mut Random) -> Self {
        let count = if random.chance(3) { 2 } else { 1 };
        Self { tables: (0..count).map(|number| Table::random(number, random)).collect() }
    }

    /// Every index, with the number of its table.
    pub fn indexes(&self) -> impl Iterator<Item = (usize, &Index)> {
        self.tables
            .iter()
            .enumerate()
            .flat_map(|(number, table)| table.indexes.iter().map(move |index| (number, index)))
    }

    pub fn describe(&self) -> RawModuleDef {
        let mut builder = RawModuleDefV9Builder::new();
        let mut names = 0;
        for table in &self.tables {
            let columns: Vec<_> = table
                .columns
                .iter()
                .map(|column| (column.name.clone(), declare(&column.ty, &mut builder, &mut names)))
                .collect();
            let row = ProductType::from_iter(columns);
            let mut building = builder.build_table_with_new_type(table.name.clone(), row, true);
            let mut constraints: Vec<Vec<u16>> = Vec::new();
            for (number, index) in table.indexes.iter().enumerate() {
                let columns: ColList = index.columns.iter().copied().map(ColId).collect();
                let algorithm = match index.algorithm {
                    Algorithm::BTree => btree(columns),
                    Algorithm::Hash => hash(columns),
                    Algorithm::Direct => direct(ColId(index.columns[0])),
                };
                building = building.with_index(algorithm, format!("by{number}"));
                let set = as_set(&index.columns);
                if index.is_unique && !constraints.contains(&set) {
                    building = building.with_unique_constraint(set.iter().copied().map(ColId).collect::<ColList>());
                    constraints.push(set);
                }
            }
            if let Some(column) = table.auto_inc {
                building = building.with_column_sequence(ColId(column));
            }
            building.finish();
        }
        RawModuleDef::V9(builder.finish())
    }
}

impl std::fmt::Display for Schema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for table in &self.tables {
            writeln!(f, "table {}", table.name)?;
            for (at, column) in table.columns.iter().enumerate() {
                let generated = if table.auto_inc == Some(at as u16) { " auto_inc" } else { "" };
                writeln!(f, "  {}: {}{generated}", column.name, short(&column.ty))?;
            }
            for index in &table.indexes {
                let unique = if table.is_unique(index) { " unique" } else { "" };
                writeln!(f, "  index {}{unique}", table.index_name(index))?;
            }
        }
        Ok(())
    }
}

/// A type in a few words.
pub fn short(ty: &AlgebraicType) -> String {
    let list = |parts: Vec<String>| parts.join(", ");
    match ty {
        AlgebraicType::Array(array) => format!("[{}]", short(&array.elem_ty)),
        AlgebraicType::Product(product) => {
            let part = |name: &dyn std::fmt::Display, ty| format!("{name}: {}", short(ty));
            let parts = product.elements.iter().map(|e| part(e.name.as_ref().expect("named"), &e.algebraic_type));
            format!("({})", list(parts.collect()))
        }
        AlgebraicType::Sum(sum) => {
            let part = |name: &dyn std::fmt::Display, ty| format!("{name} {}", short(ty));
            let parts = sum.variants.iter().map(|v| part(v.name.as_ref().expect("named"), &v.algebraic_type));
            format!("<{}>", list(parts.collect()))
        }
        scalar => format!("{scalar:?}"),
    }
}
