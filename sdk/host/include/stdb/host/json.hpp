// sdk/host/.../json.hpp: values to and from SATS-JSON, the JSON that SpacetimeDB's servers speak.
//
// Products are objects by member name (arrays by position are accepted too; a unit is written []), sums are
// {"case": payload} ([tag, payload] is accepted too, and null for the none of an Option), Array<u8> is a string of
// hexadecimal digits (an array of numbers is accepted too), 256-bit integers are strings of hexadecimal digits with 0x.
// Beyond what servers take, any integer of 64 bits or more may be a string, decimal or with 0x. NaN and infinities are
// written null.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "stdb/host/algebraic_type.hpp"
#include "stdb/host/bytes.hpp"

namespace stdb::host {

// Appends the value that `bytes` begins with, which measure() must have accepted; the bytes that it takes.
std::size_t append_json(const AlgebraicType& type, const Typespace& space, ByteView bytes, std::string& out);

// Appends the text as a JSON string, quotes included.
void append_json_string(std::string_view text, std::string& out);

// Where and why JSON is no value of a type: "age: expected u8 (0 to 255), found 300". The path is empty at the top.
struct JsonMismatch {
  std::string path;
  std::string text;
};

// Encodes a JSON value, appending to `out` (which holds rubbish after a mismatch).
std::expected<void, JsonMismatch> encode_json(const AlgebraicType& type, const Typespace& space,
                                              const boost::json::value& value, Bytes& out);

// A text that is not JSON.
struct JsonFault {
  std::size_t offset;  // bytes from the start of the text
  std::string text;
};

// Reads one JSON text. Integers beyond 64 bits are kept as strings of their digits, for encode_json to read in full; a
// key that stands twice in one object is a fault.
std::expected<boost::json::value, JsonFault> parse_json(std::string_view text);

}  // namespace stdb::host
