// tests/oracle/datastore/src/ours.rs: has the program run_store run plans on the embedded host's tables.
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use spacetimedb_sats::ProductType;
use spacetimedb_sats::ProductValue;

use crate::plan::{Answer, Plan};

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, length: usize) -> Result<&'a [u8], String> {
        let (bytes, rest) = self.0.split_at_checked(length).ok_or("run_store wrote too little")?;
        self.0 = rest;
        Ok(bytes)
    }

    fn word(&mut self) -> Result<u32, String> {
        Ok(u32::from_le_bytes(self.bytes(4)?.try_into().expect("four bytes")))
    }

    fn counted(&mut self) -> Result<&'a [u8], String> {
        let length = self.word()? as usize;
        self.bytes(length)
    }
}

/// The rows that follow each other in `bytes`, by the official decoder.
fn split_rows(mut bytes: &[u8], row: &ProductType) -> Result<Vec<Vec<u8>>, String> {
    let mut rows = Vec::new();
    while !bytes.is_empty() {
        let before = bytes;
        ProductValue::decode(row, &mut bytes).map_err(|error| format!("run_store wrote no row: {error}"))?;
        rows.push(before[..before.len() - bytes.len()].to_vec());
    }
    rows.sort_unstable();
    Ok(rows)
}

fn read_answers(plan: &Plan, bytes: &[u8]) -> Result<Vec<Answer>, String> {
    let mut reader = Reader(bytes);
    let refused = reader.counted()?;
    if !refused.is_empty() {
        return Err(format!("our host refuses the schema: {}", String::from_utf8_lossy(refused)));
    }
    let index_tables: Vec<usize> = plan.schema.indexes().map(|(table, _)| table).collect();
    let row_types: Vec<_> = plan.schema.tables.iter().map(|table| table.row_type()).collect();
    let mut answers = Vec::new();
    for op in &plan.ops {
        let code = reader.word()? as i32;
        let payload = reader.counted()?;
        let table = op.table().or_else(|| op.index().and_then(|index| index_tables.get(index).copied()));
        let rows = match table.and_then(|table| row_types.get(table)) {
            _ if code != 0 => Vec::new(),
            Some(row) if op.answers_rows() => split_rows(payload, row)?,
            _ if op.table().is_none() && op.index().is_none() => Vec::new(),
            _ => vec![payload.to_vec()],
        };
        answers.push(Answer { code, rows });
    }
    Ok(answers)
}

/// The answers of each plan, or why there are none.
pub fn run(program: &Path, plans: &[Plan]) -> Result<Vec<Result<Vec<Answer>, String>>, String> {
    let mut input = Vec::new();
    plans.iter().for_each(|plan| plan.encode(&mut input));
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let mut stdin = child.stdin.take().expect("it has a pipe");
    let writer = std::thread::spawn(move || {
        // It may have ended early; what it wrote says so.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    writer.join().expect("writing does not panic");
    let mut reader = Reader(&output.stdout);
    let mut answers = Vec::new();
    for plan in plans {
        match reader.counted() {
            Ok(bytes) => answers.push(read_answers(plan, bytes)),
            Err(_) => answers.push(Err(format!("run_store ended early: {}", output.status))),
        }
    }
    Ok(answers)
}
