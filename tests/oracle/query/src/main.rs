// tests/oracle/query/src/main.rs: random queries and the SQL that the official query builder makes of them.
// Usage: query COUNT SEED
// Prints COUNT lines of JSON: {"query": what was asked for, "negated": whether a "not" is in it, "sql": the text}.
// The same seed gives the same lines.
mod condition;
mod literal;
mod random;
mod statement;
mod tables;

use std::io::{BufWriter, Write};

use random::Random;

fn arguments() -> Option<(u64, u64)> {
    let mut arguments = std::env::args().skip(1);
    let count = arguments.next()?.parse().ok()?;
    let seed = arguments.next()?.parse().ok()?;
    arguments.next().is_none().then_some((count, seed))
}

fn main() -> std::io::Result<()> {
    let Some((count, seed)) = arguments() else {
        eprintln!("usage: query COUNT SEED");
        std::process::exit(2)
    };
    let mut output = BufWriter::new(std::io::stdout().lock());
    let mut random = Random::new(seed);
    for _ in 0..count {
        writeln!(output, "{}", statement::random_line(&mut random))?;
    }
    output.flush()
}
