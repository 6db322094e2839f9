// tests/oracle/datastore/src/judge.rs: compares the engines on many plans, and shows where they differ.
use std::collections::BTreeMap;
use std::path::Path;

use crate::plan::{Answer, Op, Plan};
use crate::{generate, official, ours, shrink};

/// Plans that one run of our program does.
const BATCH: u64 = 32;

/// Of a hundred operations: how many of each kind there must be, and how many that fail.
const LEAST_OF_KIND: f64 = 5.0;
const LEAST_ERRORS: f64 = 20.0;

#[derive(Default)]
pub struct Counts {
    plans: usize,
    ops: usize,
    errors: usize,
    kinds: BTreeMap<&'static str, usize>,
    answers: BTreeMap<i32, usize>,
    generated: usize,
    clashes: usize,
}

impl Counts {
    fn add(&mut self, plan: &Plan, answers: &[Answer]) {
        self.plans += 1;
        for (op, answer) in plan.ops.iter().zip(answers) {
            if *op == Op::Begin {
                continue;
            }
            self.ops += 1;
            *self.kinds.entry(op.kind()).or_default() += 1;
            *self.answers.entry(answer.code).or_default() += 1;
            self.errors += usize::from(answer.code != 0);
            let writes = matches!(op, Op::Insert { .. } | Op::Update { .. });
            self.clashes += usize::from(answer.code == official::UNIQUE_ALREADY_EXISTS);
            self.generated += usize::from(writes && answer.rows.iter().any(|row| !row.is_empty()));
        }
    }

    fn share(&self, count: usize) -> f64 {
        100.0 * count as f64 / self.ops.max(1) as f64
    }

    fn print(&self) {
        println!("{} schemas, {} operations, {:.1} % errors", self.plans, self.ops, self.share(self.errors));
        for (kind, count) in &self.kinds {
            println!("  {kind}: {:.1} %", self.share(*count));
        }
        for (code, count) in &self.answers {
            println!("  answer {code}: {:.1} %", self.share(*count));
        }
        println!("  with a generated value: {:.1} %", self.share(self.generated));
        println!("  clashes of unique values: {:.1} %", self.share(self.clashes));
    }

    /// Whether the plans were such that they prove something.
    fn are_enough(&self) -> bool {
        let mut kinds = self.kinds.values().chain([&self.generated, &self.clashes]);
        let kinds_are = self.kinds.len() == 12 && kinds.all(|&kind| self.share(kind) >= LEAST_OF_KIND);
        kinds_are && self.share(self.errors) >= LEAST_ERRORS
    }
}

/// The number of the first operation that the engines answer differently.
fn first_difference(theirs: &[Answer], ours: &[Answer]) -> Option<usize> {
    theirs.iter().zip(ours).position(|(theirs, ours)| theirs != ours)
}

fn differs(program: &Path, plan: &Plan) -> bool {
    let mut plan = plan.clone();
    let Ok(theirs) = official::run(&mut plan) else { return false };
    match ours::run(program, std::slice::from_ref(&plan)) {
        Ok(answers) => match &answers[0] {
            Ok(ours) => first_difference(&theirs, ours).is_some(),
            Err(_) => true,
        },
        Err(_) => false,
    }
}

fn show(program: &Path, plan: &Plan) -> Result<(), String> {
    let mut plan = plan.clone();
    let theirs = official::run(&mut plan)?;
    println!("{}", plan.schema);
    match &ours::run(program, std::slice::from_ref(&plan))?[0] {
        Err(why) => println!("{why}"),
        Ok(ours) => {
            let last = first_difference(&theirs, ours).unwrap_or(plan.ops.len() - 1);
            for (at, op) in plan.ops.iter().enumerate().take(last + 1) {
                println!("{at}: {op}\n      official: {}", theirs[at]);
                if theirs[at] != ours[at] {
                    println!("      ours:     {}", ours[at]);
                }
            }
        }
    }
    Ok(())
}

fn report(program: &Path, plan: &Plan) -> Result<(), String> {
    println!("the engines differ on the plan of seed {}; the smallest part of it that shows it:", plan.seed);
    let smallest = shrink::shrink(plan, |plan| differs(program, plan));
    show(program, &smallest)
}

/// Runs `count` plans from a seed on; whether the engines agree and the plans were worth it.
pub fn run(program: &Path, seed: u64, count: u64, is_short: bool) -> Result<bool, String> {
    let mut counts = Counts::default();
    let mut differing = 0;
    let mut next = seed;
    while counts.plans < count as usize && differing == 0 {
        let (mut plans, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..BATCH {
            let mut plan = generate::plan(next);
            next += 1;
            // What the official validator refuses is no schema.
            let Ok(answers) = official::run(&mut plan) else { continue };
            plans.push(plan);
            theirs.push(answers);
        }
        let ours = ours::run(program, &plans)?;
        for ((plan, theirs), ours) in plans.iter().zip(&theirs).zip(&ours) {
            counts.add(plan, theirs);
            if ours.as_ref().is_ok_and(|ours| first_difference(theirs, ours).is_none()) {
                continue;
            }
            differing += 1;
            if is_short {
                println!("the engines differ on the plan of seed {}", plan.seed);
            } else if differing == 1 {
                report(program, plan)?;
            }
        }
    }
    println!("seeds {seed} to {}: ", next - 1);
    counts.print();
    if !is_short && !counts.are_enough() {
        println!("each kind of operation, generated values and clashes must be {LEAST_OF_KIND} % of all, errors {LEAST_ERRORS} %");
        return Ok(false);
    }
    println!("{differing} plans differ");
    Ok(differing == 0)
}
