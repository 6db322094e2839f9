// tests/oracle/query/src/condition.rs: random conditions, as JSON and as the official builder's expressions.
use serde_json::{json, Value};
use spacetimedb_query_builder::{BoolExpr, Col, RHS};

use crate::literal::Sample;
use crate::random::Random;

#[derive(Clone, Copy)]
pub enum Relation {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

use Relation::{Equal, Greater, GreaterEqual, Less, LessEqual, NotEqual};

impl Relation {
    fn random(random: &mut Random) -> Self {
        [Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual][random.below(6)]
    }

    fn opposite(self) -> Self {
        match self {
            Equal => NotEqual,
            NotEqual => Equal,
            Less => GreaterEqual,
            LessEqual => Greater,
            Greater => LessEqual,
            GreaterEqual => Less,
        }
    }

    // As C++ has it.
    fn name(self) -> &'static str {
        match self {
            Equal => "==",
            NotEqual => "!=",
            Less => "<",
            LessEqual => "<=",
            Greater => ">",
            GreaterEqual => ">=",
        }
    }
}

fn relate<T, V, R: RHS<T, V>>(column: Col<T, V>, relation: Relation, right: R) -> BoolExpr<T> {
    match relation {
        Equal => column.eq(right),
        NotEqual => column.ne(right),
        Less => column.lt(right),
        LessEqual => column.lte(right),
        Greater => column.gt(right),
        GreaterEqual => column.gte(right),
    }
}

// What a column is compared with, and the comparison with any relation.
pub struct Comparison<T> {
    json: Value,
    relate: Box<dyn Fn(Relation) -> BoolExpr<T>>,
}

impl<T: 'static> Comparison<T> {
    pub fn with_value<V: Sample + RHS<T, V> + 'static>(name: &str, column: Col<T, V>, random: &mut Random) -> Self {
        let value = V::sample(random);
        let json = json!({"column": name, "value": value.to_json()});
        Self { json, relate: Box::new(move |relation| relate(column, relation, value.clone())) }
    }

    pub fn with_column<V: 'static>(name: &str, column: Col<T, V>, other_name: &str, other: Col<T, V>) -> Self {
        let json = json!({"column": name, "other": other_name});
        Self { json, relate: Box::new(move |relation| relate(column, relation, other)) }
    }
}

// A row type whose columns can be drawn from.
pub trait Columns: Sized + 'static {
    fn comparison(table: &'static str, random: &mut Random) -> Comparison<Self>;
    fn bool_column(table: &'static str) -> (&'static str, Col<Self, bool>);
}

pub enum Condition<T> {
    Compare(Relation, Comparison<T>),
    Column(&'static str, Col<T, bool>),
    Constant(bool),
    Not(Box<Condition<T>>),
    Both(Box<Condition<T>>, Box<Condition<T>>),
    Either(Box<Condition<T>>, Box<Condition<T>>),
}

use Condition::{Both, Column, Compare, Constant, Either, Not};

impl<T: Columns> Condition<T> {
    pub fn random(table: &'static str, depth: usize, random: &mut Random) -> Self {
        let mut inner = || Box::new(Self::random(table, depth - 1, random));
        if depth > 0 {
            let (one, other) = (inner(), inner());
            match random.below(9) {
                0..=2 => return Both(one, other),
                3..=5 => return Either(one, other),
                6 => return Not(one),
                _ => {}
            }
        }
        match random.below(12) {
            0 => Constant(random.chance(2)),
            1 => {
                let (name, column) = T::bool_column(table);
                Column(name, column)
            }
            _ => Compare(Relation::random(random), T::comparison(table, random)),
        }
    }
}

impl<T> Condition<T> {
    pub fn has_not(&self) -> bool {
        match self {
            Compare(..) | Column(..) | Constant(_) => false,
            Not(_) => true,
            Both(one, other) | Either(one, other) => one.has_not() || other.has_not(),
        }
    }

    pub fn to_json(&self) -> Value {
        match self {
            Compare(relation, comparison) => {
                let mut json = comparison.json.clone();
                json["is"] = json!(relation.name());
                json
            }
            Column(name, _) => json!({"alone": name}),
            Constant(value) => json!({"constant": value}),
            Not(inner) => json!({"not": inner.to_json()}),
            Both(one, other) => json!({"and": [one.to_json(), other.to_json()]}),
            Either(one, other) => json!({"or": [one.to_json(), other.to_json()]}),
        }
    }

    // The server's SQL knows no NOT, which is what the official builder writes for not(): a condition under "not" is
    // asked for by the opposite relations instead.
    pub fn to_expression(&self, negated: bool) -> BoolExpr<T> {
        match self {
            Compare(relation, comparison) => (comparison.relate)(if negated { relation.opposite() } else { *relation }),
            Column(_, column) if negated => column.ne(true),
            Column(_, column) => (*column).into(),
            Constant(value) => (*value != negated).into(),
            Not(inner) => inner.to_expression(!negated),
            Both(one, other) | Either(one, other) => {
                let (one, other) = (one.to_expression(negated), other.to_expression(negated));
                if matches!(self, Both(..)) != negated {
                    one.and(other)
                } else {
                    one.or(other)
                }
            }
        }
    }
}
