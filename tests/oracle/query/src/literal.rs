// tests/oracle/query/src/literal.rs: random values of each type that a query can compare, the odd ones more often.
use serde_json::{json, Value};
use spacetimedb_lib::sats::{i256, u256};
use spacetimedb_lib::{ConnectionId, Identity, Timestamp, Uuid};

use crate::random::Random;

pub trait Sample: Clone {
    fn sample(random: &mut Random) -> Self;

    // Enough to make the same value in C++, in another form than SQL's.
    fn to_json(&self) -> Value;
}

macro_rules! sample_integers {
    ($($integer:ty),*) => {$(
        impl Sample for $integer {
            fn sample(random: &mut Random) -> Self {
                match random.below(4) {
                    0 => [0, 1, <$integer>::MIN, <$integer>::MAX, <$integer>::MAX - 1][random.below(5)],
                    1 => random.below(100) as $integer,
                    // As many bits as it happens to be, so that all lengths occur.
                    2 => (random.wide() as $integer) >> random.below(<$integer>::BITS as usize),
                    _ => random.wide() as $integer,
                }
            }

            fn to_json(&self) -> Value {
                json!(self.to_string())
            }
        }
    )*};
}

sample_integers!(u8, u16, u32, u64, u128, i8, i16, i32, i64, i128);

fn random_words(random: &mut Random) -> (u128, u128) {
    match random.below(5) {
        0 => (0, u128::from(random.next()) >> random.below(64)),
        1 => (u128::MAX, u128::MAX - u128::from(random.next() >> random.below(64))),
        2 => [(0, 0), (u128::MAX, u128::MAX), (1 << 127, 0), (u128::MAX >> 1, u128::MAX)][random.below(4)],
        3 => (random.wide() >> random.below(128), random.wide()),
        _ => (random.wide(), random.wide()),
    }
}

// The most significant first.
fn words_to_json(high: u128, low: u128) -> Value {
    json!([high.to_string(), low.to_string()])
}

impl Sample for u256 {
    fn sample(random: &mut Random) -> Self {
        let (high, low) = random_words(random);
        u256::from_words(high, low)
    }

    fn to_json(&self) -> Value {
        let (high, low) = self.into_words();
        words_to_json(high, low)
    }
}

impl Sample for i256 {
    fn sample(random: &mut Random) -> Self {
        let (high, low) = random_words(random);
        i256::from_words(high as i128, low as i128)
    }

    fn to_json(&self) -> Value {
        let (high, low) = self.into_words();
        words_to_json(high as u128, low as u128)
    }
}

// A short decimal number that may lie halfway between two floats, or one of those next to it.
fn random_tie(random: &mut Random) -> f64 {
    let short = random.below(100_000) as f64 * 10f64.powi(random.below(24) as i32);
    f64::from_bits(short.to_bits().saturating_add(random.below(3) as u64).saturating_sub(1))
}

fn random_real(random: &mut Random) -> f64 {
    match random.below(7) {
        0 => [0.0, -0.0, 1.0, f64::MIN, f64::MAX, f64::MIN_POSITIVE, 5e-324, f64::NAN, f64::INFINITY, -f64::INFINITY]
            [random.below(10)],
        1 => random.below(1_000_000) as f64 / 1000.0,
        2 => 2f64.powi(random.below(2100) as i32 - 1074),
        3 => 10f64.powi(random.below(640) as i32 - 325),
        4 => -(random.next() as f64),
        5 => random_tie(random),
        _ => f64::from_bits(random.next()),
    }
}

impl Sample for f64 {
    fn sample(random: &mut Random) -> Self {
        random_real(random)
    }

    fn to_json(&self) -> Value {
        json!(self.to_bits().to_string())
    }
}

impl Sample for f32 {
    fn sample(random: &mut Random) -> Self {
        if random.chance(2) {
            f32::from_bits(random.next() as u32)
        } else {
            random_real(random) as f32
        }
    }

    fn to_json(&self) -> Value {
        json!(self.to_bits().to_string())
    }
}

impl Sample for bool {
    fn sample(random: &mut Random) -> Self {
        random.chance(2)
    }

    fn to_json(&self) -> Value {
        json!(self)
    }
}

impl Sample for String {
    fn sample(random: &mut Random) -> Self {
        const PARTS: [&str; 14] =
            ["'", "''", "\"", "\\", "a", "Ann", " ", "\n", "\0", "é", "日本", "🦀", "; DROP TABLE x --", "0x00"];
        (0..random.below(6)).map(|_| PARTS[random.below(PARTS.len())]).collect()
    }

    fn to_json(&self) -> Value {
        json!(self)
    }
}

impl Sample for Vec<u8> {
    fn sample(random: &mut Random) -> Self {
        (0..random.below(20)).map(|_| random.next() as u8).collect()
    }

    fn to_json(&self) -> Value {
        json!(self)
    }
}

impl Sample for Identity {
    fn sample(random: &mut Random) -> Self {
        Identity::from_u256(u256::sample(random))
    }

    fn to_json(&self) -> Value {
        self.to_u256().to_json()
    }
}

impl Sample for ConnectionId {
    fn sample(random: &mut Random) -> Self {
        ConnectionId::from_u128(u128::sample(random))
    }

    fn to_json(&self) -> Value {
        self.to_u128().to_json()
    }
}

impl Sample for Uuid {
    fn sample(random: &mut Random) -> Self {
        Uuid::from_u128(u128::sample(random))
    }

    fn to_json(&self) -> Value {
        self.as_u128().to_json()
    }
}

// The official builder panics on moments outside these: they are the first and last that its calendar has.
const FIRST_MICROS: i64 = -8_334_601_228_800_000_000;
const LAST_MICROS: i64 = 8_210_266_876_799_999_999;

impl Sample for Timestamp {
    fn sample(random: &mut Random) -> Self {
        let micros = match random.below(5) {
            0 => [0, -1, 1000, FIRST_MICROS, LAST_MICROS, 253_402_300_800_000_000, -62_167_219_200_000_001]
                [random.below(7)],
            1 => random.below(4_000_000_000) as i64 * 1_000_000,
            2 => random.below(4_000_000_000) as i64 * 1000,
            3 => (random.next() as i64) >> random.below(63),
            _ => random.next() as i64 % 4_102_444_800_000_000,
        };
        Timestamp::from_micros_since_unix_epoch(micros.clamp(FIRST_MICROS, LAST_MICROS))
    }

    fn to_json(&self) -> Value {
        self.to_micros_since_unix_epoch().to_json()
    }
}
