// tests/oracle/datastore/src/types.rs: random types of columns, and random values of them, encoded.
use spacetimedb_sats::raw_identifier::RawIdentifier;
use spacetimedb_sats::{AlgebraicType, ArrayType, ProductType, SumType, SumTypeVariant};

use crate::random::Random;

const INTEGERS: [AlgebraicType; 12] = [
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
];

pub fn integer(random: &mut Random) -> AlgebraicType {
    INTEGERS[random.below(INTEGERS.len())].clone()
}

/// What a direct index takes.
pub fn direct(random: &mut Random) -> AlgebraicType {
    match random.below(5) {
        0 => AlgebraicType::U8,
        1 => AlgebraicType::U16,
        2 => AlgebraicType::U32,
        3 => AlgebraicType::U64,
        _ => AlgebraicType::simple_enum(["A", "B", "C", "D", "E"].into_iter()),
    }
}

fn members(random: &mut Random, depth: usize) -> Vec<(&'static str, AlgebraicType)> {
    const NAMES: [&str; 4] = ["first", "second", "third", "fourth"];
    let count = random.below(NAMES.len()) + 1;
    NAMES[..count].iter().map(|&name| (name, any(random, depth - 1))).collect()
}

/// Any type of a column, nested `depth` levels at most.
pub fn any(random: &mut Random, depth: usize) -> AlgebraicType {
    match random.below(if depth == 0 { 20 } else { 27 }) {
        0..=8 => integer(random),
        9 => AlgebraicType::Bool,
        10 => AlgebraicType::F32,
        11 => AlgebraicType::F64,
        12 | 13 => AlgebraicType::String,
        14 => AlgebraicType::identity(),
        15 => AlgebraicType::connection_id(),
        16 => AlgebraicType::timestamp(),
        17 => AlgebraicType::time_duration(),
        18 => AlgebraicType::uuid(),
        19 => AlgebraicType::simple_enum(["Red", "Green", "Blue"].into_iter()),
        20 => AlgebraicType::bytes(),
        21 => AlgebraicType::array(any(random, depth - 1)),
        22 => AlgebraicType::option(any(random, depth - 1)),
        23 => AlgebraicType::result(any(random, depth - 1), any(random, depth - 1)),
        24 => schedule_at(),
        25 => AlgebraicType::product(ProductType::from_iter(members(random, depth))),
        _ => sum_of(members(random, depth)),
    }
}

/// A sum with these cases.
pub fn sum_of<Name: Into<RawIdentifier>>(cases: impl IntoIterator<Item = (Name, AlgebraicType)>) -> AlgebraicType {
    let variants = cases.into_iter().map(|(name, ty)| SumTypeVariant::new_named(ty, name));
    AlgebraicType::sum(SumType::new(variants.collect::<Vec<_>>().into()))
}

pub fn schedule_at() -> AlgebraicType {
    sum_of([("Interval", AlgebraicType::time_duration()), ("Time", AlgebraicType::timestamp())])
}

/// Bytes of an integer; 0 for all else.
pub fn integer_size(ty: &AlgebraicType) -> usize {
    match ty {
        AlgebraicType::I8 | AlgebraicType::U8 => 1,
        AlgebraicType::I16 | AlgebraicType::U16 => 2,
        AlgebraicType::I32 | AlgebraicType::U32 => 4,
        AlgebraicType::I64 | AlgebraicType::U64 => 8,
        AlgebraicType::I128 | AlgebraicType::U128 => 16,
        AlgebraicType::I256 | AlgebraicType::U256 => 32,
        _ => 0,
    }
}

fn integer_value(random: &mut Random, size: usize, out: &mut Vec<u8>) {
    let start = out.len();
    out.resize(start + size, 0);
    let bytes = &mut out[start..];
    match random.below(8) {
        0 => {}
        1..=3 => bytes[0] = random.below(8) as u8,
        4 => bytes.fill(0xFF),
        // The least and the greatest signed number.
        5 => bytes[size - 1] = 0x80,
        6 => {
            bytes.fill(0xFF);
            bytes[size - 1] = 0x7F;
        }
        _ => bytes.iter_mut().for_each(|byte| *byte = random.next() as u8),
    }
}

fn f32_bits(random: &mut Random) -> u32 {
    const SPECIAL: [u32; 12] = [
        0,
        0x8000_0000,
        1,
        0x8000_0001,
        0x3f80_0000,
        0xbf80_0000,
        0x7f80_0000,
        0xff80_0000,
        0x7fc0_0000,
        0xffc0_1234,
        0x7f80_0001,
        0x7f7f_ffff,
    ];
    if random.chance(3) {
        random.next() as u32
    } else {
        SPECIAL[random.below(SPECIAL.len())]
    }
}

fn f64_bits(random: &mut Random) -> u64 {
    let bits = f32_bits(random);
    match random.below(3) {
        0 => random.next(),
        // A signalling NaN, which widening would make quiet.
        1 if bits == 0x7f80_0001 => 0x7ff0_0000_0000_0001,
        _ => f64::from(f32::from_bits(bits)).to_bits(),
    }
}

fn string_value(random: &mut Random, out: &mut Vec<u8>) {
    const CHARACTERS: [char; 14] =
        ['a', 'b', 'c', '\0', '"', '\\', '\n', '\u{7f}', '\u{80}', 'é', '\u{7ff}', '€', '\u{ffff}', '😀'];
    let length = match random.below(8) {
        0 => 0,
        1..=3 => 1,
        4 => 2,
        5 => 3,
        6 => random.below(12),
        _ => random.below(60),
    };
    let text: String = (0..length).map(|_| CHARACTERS[random.below(CHARACTERS.len())]).collect();
    out.extend((text.len() as u32).to_le_bytes());
    out.extend(text.as_bytes());
}

fn array_value(array: &ArrayType, random: &mut Random, out: &mut Vec<u8>) {
    let count = match random.below(6) {
        0 => 0,
        1 | 2 => 1,
        3 => 2,
        4 => 3,
        _ => random.below(10),
    };
    out.extend((count as u32).to_le_bytes());
    (0..count).for_each(|_| value(&array.elem_ty, random, out));
}

/// Appends a value of a type without references: often one with which codecs and orders go wrong.
pub fn value(ty: &AlgebraicType, random: &mut Random, out: &mut Vec<u8>) {
    match ty {
        AlgebraicType::Bool => out.push(random.below(2) as u8),
        AlgebraicType::F32 => out.extend(f32_bits(random).to_le_bytes()),
        AlgebraicType::F64 => out.extend(f64_bits(random).to_le_bytes()),
        AlgebraicType::String => string_value(random, out),
        AlgebraicType::Array(array) => array_value(array, random, out),
        AlgebraicType::Product(product) => {
            product.elements.iter().for_each(|element| value(&element.algebraic_type, random, out));
        }
        AlgebraicType::Sum(sum) => {
            let tag = random.below(sum.variants.len());
            out.push(tag as u8);
            value(&sum.variants[tag].algebraic_type, random, out);
        }
        AlgebraicType::Ref(_) => unreachable!("columns are written out"),
        integer => integer_value(random, integer_size(integer), out),
    }
}

/// Makes of a value one that no type has, where there is such: a bool of 2, a case too many, bytes that are no text.
pub fn wrong_value(ty: &AlgebraicType, random: &mut Random, out: &mut Vec<u8>) {
    let mut bytes = Vec::new();
    match ty {
        AlgebraicType::Bool => bytes.push(2),
        AlgebraicType::String => bytes.extend([1, 0, 0, 0, 0xFF]),
        AlgebraicType::Sum(sum) => {
            bytes.push(sum.variants.len() as u8);
            value(&sum.variants[0].algebraic_type, random, &mut bytes);
        }
        AlgebraicType::Array(array) => {
            bytes.extend([1, 0, 0, 0]);
            value(&array.elem_ty, random, &mut bytes);
            let mut element = bytes.split_off(4);
            wrong_value(&array.elem_ty, random, &mut element);
            bytes.extend(element);
        }
        AlgebraicType::Product(product) => {
            let wrong = random.below(product.elements.len().max(1));
            for (at, element) in product.elements.iter().enumerate() {
                let mut part = Vec::new();
                value(&element.algebraic_type, random, &mut part);
                if at == wrong {
                    wrong_value(&element.algebraic_type, random, &mut part);
                }
                bytes.extend(part);
            }
        }
        _ => return,
    }
    *out = bytes;
}
