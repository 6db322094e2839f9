// tests/oracle/compare/src/main.rs: holds descriptions of modules against each other by the official validator.
// Usage: compare OURS THEIRS       the two must be valid and, when validated, the same
//        compare --show FILE       what there is to compare in a description, a fact a line
//        compare --prove FILE...   shows that no change of a description, however small, goes unnoticed
// Each file is a RawModuleDef as BSATN, as `__describe_module__` writes it. Exit codes: 0 the same, 1 not, 2 misuse.
mod facts;
mod proof;
mod types;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use spacetimedb_lib::{bsatn, RawModuleDef};

/// Differences shown at the most.
const SHOWN: usize = 60;

const USAGE: &str = "usage: compare OURS THEIRS | compare --show FILE | compare --prove FILE...";

fn read(path: &str) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {path}"))
}

/// The facts of a description, or why it is none.
fn facts_of(path: &str) -> Result<BTreeSet<String>> {
    let description: RawModuleDef =
        bsatn::from_slice(&read(path)?).with_context(|| format!("{path} is no description"))?;
    facts::of(description).with_context(|| format!("{path} is not valid"))
}

fn compare(ours: &str, theirs: &str) -> Result<bool> {
    let (of_ours, of_theirs) = (facts_of(ours)?, facts_of(theirs)?);
    let mut lines: Vec<String> = of_theirs.difference(&of_ours).map(|fact| format!("- {fact}")).collect();
    lines.extend(of_ours.difference(&of_theirs).map(|fact| format!("+ {fact}")));
    // What is said of one thing stands together: first what is missing, then what there is instead.
    lines.sort_by_key(|line| (line[2..].split(": ").next().map(str::to_owned), line.starts_with('+')));
    if lines.is_empty() {
        println!("the same: {} facts", of_ours.len());
        return Ok(true);
    }
    let name = |path| Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    println!("- only in {}, + only in {}:", name(theirs), name(ours));
    lines.iter().take(SHOWN).for_each(|line| println!("{line}"));
    if lines.len() > SHOWN {
        println!("(and {} more)", lines.len() - SHOWN);
    }
    Ok(false)
}

fn show(path: &str) -> Result<bool> {
    facts_of(path)?.iter().for_each(|fact| println!("{fact}"));
    Ok(true)
}

fn prove(paths: &[String]) -> Result<bool> {
    let descriptions = paths.iter().map(|path| read(path)).collect::<Result<Vec<_>>>()?;
    proof::run(&descriptions)
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let same = match arguments.as_slice() {
        [option, path] if option == "--show" => show(path),
        [option, paths @ ..] if option == "--prove" && !paths.is_empty() => prove(paths),
        [ours, theirs] if !ours.starts_with('-') => compare(ours, theirs),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match same {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
