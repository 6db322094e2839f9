// tests/oracle/datastore/src/shrink.rs: makes a plan on which the engines differ as small as it gets.
use spacetimedb_sats::ProductType;
use spacetimedb_sats::{bsatn, ProductValue};

use crate::plan::{Op, Plan};

fn decode_row(row: &ProductType, bytes: &mut &[u8]) -> Option<ProductValue> {
    ProductValue::decode(row, bytes).ok()
}

/// The row without a column; none for bytes that are no row.
fn without_value(bytes: &mut &[u8], row: &ProductType, column: usize) -> Option<Vec<u8>> {
    let value = decode_row(row, bytes)?;
    let kept = value.elements.iter().enumerate().filter(|(at, _)| *at != column);
    Some(kept.flat_map(|(_, value)| bsatn::to_vec(value).expect("values can be encoded")).collect())
}

/// What an operation hands over, without a column.
fn reduce(op: &mut Op, row: &ProductType, column: usize) -> Option<()> {
    let is_list = matches!(op, Op::DeleteEqual { .. });
    let Some(bytes) = op.row_bytes_mut() else { return Some(()) };
    let mut rest = &bytes[..];
    let mut reduced = Vec::new();
    if is_list {
        let count = u32::from_le_bytes(rest.get(..4)?.try_into().ok()?);
        reduced.extend(&rest[..4]);
        rest = &rest[4..];
        for _ in 0..count {
            reduced.extend(without_value(&mut rest, row, column)?);
        }
    } else {
        reduced = without_value(&mut rest, row, column)?;
    }
    reduced.extend(rest);
    *bytes = reduced;
    Some(())
}

/// Numbers of what comes after move down by one; the operations of what goes are dropped.
fn renumber(ops: &mut Vec<Op>, gone: usize, number: fn(&mut Op) -> Option<&mut usize>) {
    ops.retain_mut(|op| match number(op) {
        Some(at) if *at == gone => false,
        Some(at) if *at > gone => {
            *at -= 1;
            true
        }
        _ => true,
    });
}

fn without_index(plan: &Plan, table: usize, at: usize) -> Plan {
    let mut smaller = plan.clone();
    let before: usize = plan.schema.tables[..table].iter().map(|table| table.indexes.len()).sum();
    smaller.schema.tables[table].indexes.remove(at);
    renumber(&mut smaller.ops, before + at, Op::index_mut);
    smaller
}

fn without_table(plan: &Plan, table: usize) -> Plan {
    let mut smaller = plan.clone();
    for at in (0..plan.schema.tables[table].indexes.len()).rev() {
        smaller = without_index(&smaller, table, at);
    }
    smaller.schema.tables.remove(table);
    renumber(&mut smaller.ops, table, Op::table_mut);
    smaller
}

/// Only columns that no index has, and not the last one.
fn without_column(plan: &Plan, table: usize, column: usize) -> Option<Plan> {
    let mut smaller = plan.clone();
    let row = plan.schema.tables[table].row_type();
    let reduced = &mut smaller.schema.tables[table];
    let is_indexed = reduced.indexes.iter().any(|index| index.columns.contains(&(column as u16)));
    if is_indexed || reduced.columns.len() == 1 {
        return None;
    }
    reduced.columns.remove(column);
    reduced.auto_inc = match reduced.auto_inc.map(usize::from) {
        Some(at) if at == column => None,
        Some(at) if at > column => Some(at as u16 - 1),
        _ => reduced.auto_inc,
    };
    for index in &mut reduced.indexes {
        index.columns.iter_mut().filter(|at| **at as usize > column).for_each(|at| *at -= 1);
    }
    smaller.ops.retain_mut(|op| op.table() != Some(table) || reduce(op, &row, column).is_some());
    Some(smaller)
}

fn fewer_ops(plan: &mut Plan, differs: &mut dyn FnMut(&Plan) -> bool) {
    let mut run = plan.ops.len().div_ceil(2);
    while run > 0 {
        let mut at = 0;
        while at < plan.ops.len() {
            let mut smaller = plan.clone();
            smaller.ops.drain(at..(at + run).min(plan.ops.len()));
            if differs(&smaller) {
                *plan = smaller;
            } else {
                at += run;
            }
        }
        run /= 2;
    }
}

fn smaller_schema(plan: &mut Plan, differs: &mut dyn FnMut(&Plan) -> bool) {
    let mut keep_if = |plan: &mut Plan, smaller: Plan| {
        if differs(&smaller) {
            *plan = smaller;
        }
    };
    for table in (0..plan.schema.tables.len()).rev() {
        if plan.schema.tables.len() > 1 {
            let smaller = without_table(plan, table);
            keep_if(plan, smaller);
        }
    }
    for table in 0..plan.schema.tables.len() {
        for index in (0..plan.schema.tables[table].indexes.len()).rev() {
            let smaller = without_index(plan, table, index);
            keep_if(plan, smaller);
        }
        for column in (0..plan.schema.tables[table].columns.len()).rev() {
            if let Some(smaller) = without_column(plan, table, column) {
                keep_if(plan, smaller);
            }
        }
        if plan.schema.tables[table].auto_inc.is_some() {
            let mut smaller = plan.clone();
            smaller.schema.tables[table].auto_inc = None;
            keep_if(plan, smaller);
        }
    }
}

pub fn shrink(plan: &Plan, mut differs: impl FnMut(&Plan) -> bool) -> Plan {
    let mut smallest = plan.clone();
    loop {
        let (ops, columns) = (smallest.ops.len(), smallest.schema.to_string().len());
        fewer_ops(&mut smallest, &mut differs);
        smaller_schema(&mut smallest, &mut differs);
        if (smallest.ops.len(), smallest.schema.to_string().len()) == (ops, columns) {
            return smallest;
        }
    }
}
