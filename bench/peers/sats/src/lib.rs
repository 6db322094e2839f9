// bench/peers/sats/src/lib.rs: values of bench/native/values.hpp in the official codec, behind functions that C++ calls.
use spacetimedb_sats::bsatn;
use spacetimedb_sats::de::Deserialize;
use spacetimedb_sats::ser::Serialize;
use std::hint::black_box;
use std::slice;

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
#[repr(C)] // which the derived code then copies whole
pub struct Fixed {
    id: u64,
    score: i64,
    x: f32,
    y: f32,
    z: f32,
    flags: u32,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
pub struct Small {
    id: u32,
    age: u64,
    level: u8,
    speed: f32,
    is_alive: bool,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
pub struct Text {
    id: u32,
    age: u64,
    name: String,
    about: String,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
#[repr(C)] // which the derived code then copies whole
pub struct Place {
    x: f32,
    y: f32,
    z: f32,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
pub struct Item {
    kind: u32,
    count: u16,
    label: String,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
pub enum Mood {
    Calm,
    Wary,
    Angry,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
pub struct Nested {
    id: u64,
    at: Place,
    mood: Mood,
    target: Option<u64>,
    bag: Vec<Item>,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
pub struct Rows {
    rows: Vec<Fixed>,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
pub struct Numbers {
    numbers: Vec<u64>,
}

#[derive(Serialize, Deserialize)]
#[sats(crate = spacetimedb_sats)]
pub struct Octets {
    octets: Vec<u8>,
}

/// Values, and the buffer into which they are encoded again and again.
pub struct Values<T> {
    values: Vec<T>,
    buffer: Vec<u8>,
}

/// For one type: NAME_new takes the values that the bytes encode one after the other (null unless they do, to the end),
/// NAME_encode encodes all of them into one buffer and gives its length, NAME_bytes gives the buffer, NAME_decode decodes
/// and drops the values of such bytes and gives their number, NAME_free ends it.
macro_rules! exports {
    ($type:ty, $new:ident, $encode:ident, $bytes:ident, $decode:ident, $free:ident) => {
        /// # Safety
        /// `bytes` points to `size` bytes.
        #[no_mangle]
        pub unsafe extern "C" fn $new(bytes: *const u8, size: usize) -> *mut Values<$type> {
            let mut rest = slice::from_raw_parts(bytes, size);
            let mut values = Vec::new();
            while !rest.is_empty() {
                match bsatn::from_reader::<$type>(&mut rest) {
                    Ok(value) => values.push(value),
                    Err(_) => return std::ptr::null_mut(),
                }
            }
            Box::into_raw(Box::new(Values { values, buffer: Vec::new() }))
        }

        /// # Safety
        /// `held` comes from the function that makes such values.
        #[no_mangle]
        pub unsafe extern "C" fn $encode(held: *mut Values<$type>) -> usize {
            let held = &mut *held;
            held.buffer.clear();
            for value in black_box(&held.values) {
                bsatn::to_writer(&mut held.buffer, value).unwrap();
            }
            black_box(&held.buffer).len()
        }

        /// # Safety
        /// As above; the bytes are there until the next call.
        #[no_mangle]
        pub unsafe extern "C" fn $bytes(held: *const Values<$type>) -> *const u8 {
            (*held).buffer.as_ptr()
        }

        /// # Safety
        /// `bytes` points to `size` bytes, which encode values.
        #[no_mangle]
        pub unsafe extern "C" fn $decode(bytes: *const u8, size: usize) -> usize {
            let mut rest = slice::from_raw_parts(bytes, size);
            let mut count = 0;
            while !rest.is_empty() {
                black_box(&bsatn::from_reader::<$type>(&mut rest).unwrap()); // by reference: it is not moved once more
                count += 1;
            }
            count
        }

        /// # Safety
        /// `held` comes from the function that makes such values, and is not used again.
        #[no_mangle]
        pub unsafe extern "C" fn $free(held: *mut Values<$type>) {
            drop(Box::from_raw(held));
        }
    };
}

exports!(Fixed, sats_fixed_new, sats_fixed_encode, sats_fixed_bytes, sats_fixed_decode, sats_fixed_free);
exports!(Small, sats_small_new, sats_small_encode, sats_small_bytes, sats_small_decode, sats_small_free);
exports!(Text, sats_text_new, sats_text_encode, sats_text_bytes, sats_text_decode, sats_text_free);
exports!(Nested, sats_nested_new, sats_nested_encode, sats_nested_bytes, sats_nested_decode, sats_nested_free);
exports!(Rows, sats_rows_new, sats_rows_encode, sats_rows_bytes, sats_rows_decode, sats_rows_free);
exports!(Numbers, sats_numbers_new, sats_numbers_encode, sats_numbers_bytes, sats_numbers_decode, sats_numbers_free);
exports!(Octets, sats_octets_new, sats_octets_encode, sats_octets_bytes, sats_octets_decode, sats_octets_free);
