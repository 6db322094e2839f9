// tests/oracle/datastore/src/main.rs: the embedded host's tables and values, judged by the official 2.14.0 crates.
use std::path::Path;
use std::process::ExitCode;

mod exchange;
mod generate;
mod judge;
mod official;
mod ours;
mod plan;
#[allow(dead_code)]
#[path = "../../query/src/random.rs"]
mod random;
mod schema;
mod shrink;
mod types;

const USAGE: &str = "datastore run RUN_STORE SEED COUNT [short] | datastore exchange EXCHANGE_VALUES SEED COUNT";

fn run(arguments: &[String]) -> Result<bool, String> {
    let number = |text: &str| text.parse::<u64>().map_err(|error| format!("{text}: {error}"));
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["run", program, seed, count, rest @ ..] => {
            judge::run(Path::new(program), number(seed)?, number(count)?, rest == ["short"])
        }
        ["exchange", program, seed, count] => exchange::run(Path::new(program), number(seed)?, number(count)?),
        _ => Err(USAGE.into()),
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}
