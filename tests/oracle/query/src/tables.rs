// tests/oracle/query/src/tables.rs: the rows of the tables, with the official builder's traits; tables.hpp of the C++
// side has the same.
use spacetimedb_lib::sats::{i256, u256};
use spacetimedb_lib::{ConnectionId, Identity, Timestamp, Uuid};
use spacetimedb_query_builder::{CanBeLookupTable, Col, HasCols, HasIxCols, IxCol};

use crate::condition::{Columns, Comparison};
use crate::random::Random;

// A row's columns; `indexed` are those that it may be joined on, `pairs` those of one type, the last one a bool column.
macro_rules! rows {
    ($row:ident, $columns:ident, $indexes:ident, { $($column:ident: $value:ty,)* }, indexed { $($index:ident: $key:ty,)* },
     pairs { $(($one:ident, $other:ident),)* }, alone $alone:ident) => {
        pub struct $row;

        pub struct $columns {
            $(pub $column: Col<$row, $value>,)*
        }

        impl HasCols for $row {
            type Cols = $columns;
            fn cols(table: &'static str) -> Self::Cols {
                $columns { $($column: Col::new(table, stringify!($column)),)* }
            }
        }

        pub struct $indexes {
            $(pub $index: IxCol<$row, $key>,)*
        }

        impl HasIxCols for $row {
            type IxCols = $indexes;
            fn ix_cols(table: &'static str) -> Self::IxCols {
                $indexes { $($index: IxCol::new(table, stringify!($index)),)* }
            }
        }

        impl Columns for $row {
            fn comparison(table: &'static str, random: &mut Random) -> Comparison<Self> {
                type Make = fn($columns, &mut Random) -> Comparison<$row>;
                let columns = Self::cols(table);
                const VALUES: &[Make] =
                    &[$(|columns, random| Comparison::with_value(stringify!($column), columns.$column, random),)*];
                const PAIRS: &[Make] = &[$(|columns, _| {
                    Comparison::with_column(stringify!($one), columns.$one, stringify!($other), columns.$other)
                },)*];
                let choice = if random.chance(5) { PAIRS } else { VALUES };
                choice[random.below(choice.len())](columns, random)
            }

            fn bool_column(table: &'static str) -> (&'static str, Col<Self, bool>) {
                (stringify!($alone), Self::cols(table).$alone)
            }
        }
    };
}

rows!(Account, AccountColumns, AccountIndexes, {
    id: u64, best: u64, name: String, nick: String, tiny: u8, small: u16, medium: u32, huge: u128, vast: u256,
    low: i8, brief: i16, level: i32, balance: i64, deep: i128, abyss: i256,
    ratio: f32, score: f64, top: f64, online: bool, banned: bool,
    owner: Identity, friendly: Identity, link: ConnectionId, last: ConnectionId,
    made: Timestamp, seen: Timestamp, key: Uuid, other_key: Uuid, data: Vec<u8>, more: Vec<u8>,
}, indexed {
    id: u64, owner: Identity,
}, pairs {
    (id, best), (best, id), (name, nick), (score, top), (online, banned), (owner, friendly), (link, last), (made, seen),
    (key, other_key), (data, more), (tiny, tiny), (abyss, abyss), (vast, vast), (deep, deep),
}, alone online);

rows!(Pet, PetColumns, PetIndexes, { id: u64, owner: u64, tag: u32, name: String, tame: bool, }, indexed {
    id: u64, owner: u64, tag: u32, name: String,
}, pairs { (id, owner), (name, name), }, alone tame);

rows!(Place, PlaceColumns, PlaceIndexes, { id: u32, keeper: Identity, name: String, open: bool, rooms: u8, }, indexed {
    id: u32, keeper: Identity, name: String,
}, pairs { (open, open), (rooms, rooms), }, alone open);

// An event table's row: never on the right of a join.
rows!(Signal, SignalColumns, SignalIndexes, { owner: u64, at: Timestamp, urgent: bool, }, indexed { owner: u64, },
      pairs { (at, at), }, alone urgent);

impl CanBeLookupTable for Account {}
impl CanBeLookupTable for Pet {}
impl CanBeLookupTable for Place {}
