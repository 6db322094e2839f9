// tests/oracle/datastore/src/exchange.rs: random values of many types, read and written by our codecs and the official
// one.
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use ::serde::de::DeserializeSeed;
use spacetimedb_sats::de::serde::SeedWrapper;
use spacetimedb_sats::ser::serde::SerializeWrapper;
use spacetimedb_sats::{bsatn, AlgebraicType, AlgebraicValue, ProductType, Typespace, ValueWithType, WithTypespace};

use crate::plan::put_bytes;
use crate::random::Random;
use crate::schema::short;
use crate::types;

/// What stands inside of the other types; in the order of exchange_values.cpp.
fn basic_types() -> Vec<AlgebraicType> {
    vec![
        AlgebraicType::Bool,
        AlgebraicType::I8,
        AlgebraicType::U8,
        AlgebraicType::I16,
        AlgebraicType::U16,
        AlgebraicType::I32,
        AlgebraicType::U32,
        AlgebraicType::I64,
        AlgebraicType::U64,
        AlgebraicType::I128,
        AlgebraicType::U128,
        AlgebraicType::I256,
        AlgebraicType::U256,
        AlgebraicType::F32,
        AlgebraicType::F64,
        AlgebraicType::String,
        AlgebraicType::identity(),
        AlgebraicType::connection_id(),
        AlgebraicType::timestamp(),
        AlgebraicType::time_duration(),
        AlgebraicType::uuid(),
        types::schedule_at(),
    ]
}

/// Of each basic type: itself, an option, an array, an option of arrays, an array of options, a result, a struct, a sum, and an
/// array of structs with sums inside.
fn all_types() -> Vec<AlgebraicType> {
    let around = |inner: AlgebraicType| {
        let triple = ProductType::from_iter([
            ("first", inner.clone()),
            ("second", AlgebraicType::String),
            ("third", AlgebraicType::option(inner.clone())),
        ]);
        let choice = types::sum_of([
            ("one", inner.clone()),
            ("none", AlgebraicType::unit()),
            ("many", AlgebraicType::array(inner.clone())),
        ]);
        let nest = ProductType::from_iter([
            ("choice", choice.clone()),
            ("triples", AlgebraicType::array(AlgebraicType::product(triple.clone()))),
        ]);
        [
            inner.clone(),
            AlgebraicType::option(inner.clone()),
            AlgebraicType::array(inner.clone()),
            AlgebraicType::option(AlgebraicType::array(inner.clone())),
            AlgebraicType::array(AlgebraicType::option(inner.clone())),
            AlgebraicType::result(inner, AlgebraicType::String),
            AlgebraicType::product(triple),
            choice,
            AlgebraicType::product(nest),
        ]
    };
    basic_types().into_iter().flat_map(around).collect()
}

/// JSON has neither NaN nor infinities, and the sign of zero is not to be relied on in it.
fn has_json(value: &AlgebraicValue) -> bool {
    let is_plain = |number: f64| number.is_finite() && (number != 0.0 || number.is_sign_positive());
    match value {
        AlgebraicValue::F32(number) => is_plain(f64::from(f32::from(*number))),
        AlgebraicValue::F64(number) => is_plain(f64::from(*number)),
        AlgebraicValue::Sum(sum) => has_json(&sum.value),
        AlgebraicValue::Product(product) => product.elements.iter().all(has_json),
        AlgebraicValue::Array(array) => array.iter_cloned().all(|value| has_json(&value)),
        _ => true,
    }
}

fn to_json(ty: &AlgebraicType, value: &AlgebraicValue) -> String {
    let space = Typespace::default();
    let typed = ValueWithType::new(WithTypespace::new(&space, ty), value);
    serde_json::to_string(SerializeWrapper::from_ref(&typed)).expect("values have JSON")
}

fn from_json(ty: &AlgebraicType, text: &str) -> Result<AlgebraicValue, String> {
    let space = Typespace::default();
    let seed = SeedWrapper(WithTypespace::new(&space, ty));
    let mut reader = serde_json::Deserializer::from_str(text);
    seed.deserialize(&mut reader).map_err(|error| error.to_string())
}

struct Sample {
    bytes: Vec<u8>,
    json: String, // empty where there is none
}

fn sample(ty: &AlgebraicType, random: &mut Random) -> Sample {
    let mut made = Vec::new();
    types::value(ty, random, &mut made);
    let value = AlgebraicValue::decode(ty, &mut &made[..]).expect("it was made as a value of the type");
    let bytes = bsatn::to_vec(&value).expect("values can be encoded");
    assert_eq!(bytes, made, "the official codec writes what it reads");
    let json = if has_json(&value) { to_json(ty, &value) } else { String::new() };
    Sample { bytes, json }
}

fn ask(program: &Path, input: Vec<u8>) -> Result<Vec<u8>, String> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let mut stdin = child.stdin.take().expect("it has a pipe");
    let writer = std::thread::spawn(move || {
        // It may have ended early; its status says so.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    writer.join().expect("writing does not panic");
    output.status.success().then_some(output.stdout).ok_or_else(|| format!("exchange_values: {}", output.status))
}

/// Compares the answers for one type: a count of failures, then of each value our JSON.
fn judge(ty: &AlgebraicType, samples: &[Sample], answers: &mut &[u8]) -> Result<usize, String> {
    let mut failures = 0;
    for sample in samples {
        let mut part = || -> Result<&[u8], String> {
            let (length, rest) = answers.split_at_checked(4).ok_or("exchange_values wrote too little")?;
            let length = u32::from_le_bytes(length.try_into().expect("four bytes")) as usize;
            let (part, rest) = rest.split_at_checked(length).ok_or("exchange_values wrote too little")?;
            *answers = rest;
            Ok(part)
        };
        let (complaint, bytes, json) = (part()?, part()?, part()?);
        let mut complaint = String::from_utf8_lossy(complaint).into_owned();
        if bytes != sample.bytes {
            complaint += " our bytes differ from the official ones;";
        }
        if !sample.json.is_empty() {
            let text = String::from_utf8_lossy(json);
            let is_same = from_json(ty, &text).map(|value| bsatn::to_vec(&value).expect("encodes") == sample.bytes);
            if is_same != Ok(true) {
                complaint += &format!(" the official codec reads our JSON {text} as another value: {is_same:?};");
            }
        }
        if !complaint.is_empty() {
            failures += 1;
            let hex: String = sample.bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            if failures <= 3 {
                println!("{} {hex}, in JSON {}:{complaint}", short(ty), sample.json);
            }
        }
    }
    Ok(failures)
}

/// Exchanges `count` values of each type; whether all are the same on both sides.
pub fn run(program: &Path, seed: u64, count: u64) -> Result<bool, String> {
    let mut random = Random::new(seed);
    let types = all_types();
    let (mut failures, mut values) = (0, 0);
    // A few thousand at a time, whatever the count.
    let mut left = count;
    while left > 0 {
        let some = left.min(500);
        left -= some;
        let samples: Vec<Vec<Sample>> =
            types.iter().map(|ty| (0..some).map(|_| sample(ty, &mut random)).collect()).collect();
        let mut input = Vec::new();
        for (ty, samples) in types.iter().zip(&samples) {
            put_bytes(&bsatn::to_vec(ty).expect("types can be encoded"), &mut input);
            input.extend((samples.len() as u32).to_le_bytes());
            for sample in samples {
                put_bytes(&sample.bytes, &mut input);
                put_bytes(sample.json.as_bytes(), &mut input);
            }
        }
        let output = ask(program, input)?;
        let mut answers = &output[..];
        for (ty, samples) in types.iter().zip(&samples) {
            failures += judge(ty, samples, &mut answers)?;
            values += samples.len();
        }
    }
    println!("seed {seed}: {} types, {values} values, {failures} failures", types.len());
    Ok(failures == 0)
}
