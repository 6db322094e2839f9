// tests/oracle/query/src/statement.rs: whole random queries.
use std::cell::RefCell;

use serde_json::{json, Value};
use spacetimedb_query_builder::{BoolExpr, CanBeLookupTable, FromWhere, HasCols, HasIxCols, IxJoinEq, Table};

use crate::condition::{Columns, Condition};
use crate::random::Random;
use crate::tables::{Account, Pet, Place, Signal};

type Name = &'static str;

// Conditions that are added one after the other, each by where or by its other name, filter.
struct Wheres<T>(Vec<(Name, Condition<T>)>);

impl<T: Columns> Wheres<T> {
    fn random(table: Name, most: usize, random: &mut Random) -> Self {
        let count = random.below(most + 1);
        Self(
            (0..count)
                .map(|_| {
                    let depth = random.below(4);
                    (["where", "filter"][random.below(2)], Condition::random(table, depth, random))
                })
                .collect(),
        )
    }

    fn has_not(&self) -> bool {
        self.0.iter().any(|(_, condition)| condition.has_not())
    }

    fn to_json(&self) -> Value {
        self.0.iter().map(|(method, condition)| json!({"method": method, "condition": condition.to_json()})).collect()
    }
}

// The builder takes closures that could be called more than once; it calls them once.
fn once<T, C>(condition: &Condition<T>) -> impl Fn(&C) -> BoolExpr<T> {
    let expression = RefCell::new(Some(condition.to_expression(false)));
    move |_| expression.borrow_mut().take().expect("called once")
}

macro_rules! add_wheres {
    ($query:expr, $wheres:expr) => {
        $wheres.iter().fold($query, |query, (method, condition)| match *method {
            "where" => query.r#where(once(condition)),
            _ => query.filter(once(condition)),
        })
    };
}

// None where there is no condition.
fn filtered<T: Columns + HasCols>(table: Name, wheres: &Wheres<T>) -> Option<FromWhere<T>> {
    let ((method, first), rest) = wheres.0.split_first()?;
    let table = Table::<T>::new(table);
    let query = if *method == "where" { table.r#where(once(first)) } else { table.filter(once(first)) };
    Some(add_wheres!(query, rest))
}

fn line(query: Value, negated: bool, sql: &str) -> Value {
    json!({"query": query, "negated": negated, "sql": sql})
}

fn whole<T: Columns + HasCols>(table: Name, random: &mut Random) -> Value {
    let wheres = Wheres::<T>::random(table, 2, random);
    let sql = match filtered(table, &wheres) {
        Some(query) => query.build().sql().to_owned(),
        None => Table::<T>::new(table).build().sql().to_owned(),
    };
    line(json!({"from": table, "where": wheres.to_json()}), wheres.has_not(), &sql)
}

struct Join<L, R, V>
where
    L: HasIxCols,
    R: HasIxCols,
{
    left: (Name, Name),
    right: (Name, Name),
    on: fn(&L::IxCols, &R::IxCols) -> IxJoinEq<L, R, V>,
}

impl<L, R, V> Join<L, R, V>
where
    L: Columns + HasCols + HasIxCols,
    R: Columns + HasCols + CanBeLookupTable,
{
    fn to_json<G: Columns>(&self, side: Name, before: &Wheres<L>, after: &Wheres<G>) -> Value {
        json!({
            "from": self.left.0, "where": before.to_json(), "join": side, "with": self.right.0,
            "on": [self.left.1, self.right.1], "then": after.to_json(),
        })
    }

    fn left(&self, random: &mut Random) -> Value {
        let before = Wheres::<L>::random(self.left.0, 2, random);
        let after = Wheres::<L>::random(self.left.0, 1, random);
        let right = Table::<R>::new(self.right.0);
        let joined = match filtered(self.left.0, &before) {
            Some(query) => query.left_semijoin(right, self.on),
            None => Table::<L>::new(self.left.0).left_semijoin(right, self.on),
        };
        let query = add_wheres!(joined, after.0).build();
        line(self.to_json("left", &before, &after), before.has_not() || after.has_not(), query.sql())
    }

    fn right(&self, random: &mut Random) -> Value {
        let before = Wheres::<L>::random(self.left.0, 2, random);
        let after = Wheres::<R>::random(self.right.0, 1, random);
        let right = Table::<R>::new(self.right.0);
        let joined = match filtered(self.left.0, &before) {
            Some(query) => query.right_semijoin(right, self.on),
            None => Table::<L>::new(self.left.0).right_semijoin(right, self.on),
        };
        let query = add_wheres!(joined, after.0).build();
        line(self.to_json("right", &before, &after), before.has_not() || after.has_not(), query.sql())
    }

    fn random(&self, random: &mut Random) -> Value {
        if random.chance(2) {
            self.left(random)
        } else {
            self.right(random)
        }
    }
}

fn joined(random: &mut Random) -> Value {
    macro_rules! join {
        ($left:literal . $a:ident : $l:ty, $right:literal . $b:ident : $r:ty) => {
            Join::<$l, $r, _> {
                left: ($left, stringify!($a)),
                right: ($right, stringify!($b)),
                on: |left, right| left.$a.eq(right.$b),
            }
            .random(random)
        };
    }
    match random.below(9) {
        0 => join!("account".id: Account, "pet".owner: Pet),
        1 => join!("pet".owner: Pet, "account".id: Account),
        2 => join!("account".owner: Account, "place".keeper: Place),
        3 => join!("pet".name: Pet, "place".name: Place),
        4 => join!("place".id: Place, "pet".tag: Pet),
        5 => join!("signal".owner: Signal, "account".id: Account),
        6 => join!("archive".id: Account, "pet".owner: Pet),
        7 => join!("pet".id: Pet, "archive".id: Account),
        _ => join!("account".id: Account, "archive".id: Account),
    }
}

pub fn random_line(random: &mut Random) -> Value {
    match random.below(9) {
        0 | 1 => whole::<Account>("account", random),
        2 => whole::<Account>("archive", random),
        3 => whole::<Pet>("pet", random),
        4 => whole::<Place>("place", random),
        5 => whole::<Signal>("signal", random),
        _ => joined(random),
    }
}
