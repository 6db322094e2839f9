// tests/unit/host/support.hpp: bytes, types, descriptions and small wasm modules for the tests of the embedded host.
#pragma once

#include <boost/json.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stdb/host/algebraic_type.hpp"
#include "stdb/host/bytes.hpp"
#include "stdb/host/schema.hpp"

namespace stdb::host::test {

Bytes from_hex(std::string_view digits);
std::string to_hex(ByteView bytes);

// Appends the little-endian bytes of a number, or a counted string.
template <class Number>
Bytes number(Number value) {
  Bytes bytes(sizeof value);
  for (std::size_t at = 0; at < sizeof value; ++at) bytes[at] = static_cast<std::uint8_t>(value >> (8 * at));
  return bytes;
}
Bytes string(std::string_view text);
Bytes join(std::initializer_list<Bytes> parts);

// Types, prepared without a typespace unless they are given one.
AlgebraicType scalar(TypeKind kind);
AlgebraicType reference(std::uint32_t index);
AlgebraicType array_of(AlgebraicType element);
AlgebraicType product(std::vector<std::pair<std::string, AlgebraicType>> members);
AlgebraicType sum(std::vector<std::pair<std::string, AlgebraicType>> members);
AlgebraicType option_of(AlgebraicType some);
AlgebraicType prepared(AlgebraicType type, const Typespace& space = {});

// One entry of abi/golden.json.
struct Golden {
  std::string name;
  std::string type;
  Bytes bytes;
};
const std::vector<Golden>& golden_entries();
const Bytes& golden(std::string_view name);

// A RawModuleDef from its SATS-JSON, so that tests can write any, right or wrong.
Bytes encode_module(const boost::json::value& module);

// Module A of the golden file (a table `person` with a generated id and an index on age; reducers init and add) as JSON
// to change: V9.
boost::json::value person_module();

// A table of a V9 description: its row type is typespace entry `row_type`.
boost::json::object table_json(std::string_view name, std::uint32_t row_type);
boost::json::object btree_json(std::initializer_list<int> columns);
boost::json::object unique_json(std::initializer_list<int> columns);
boost::json::object sequence_json(int column);
// A product of the typespace, from names and names of kinds ("U64").
boost::json::value product_json(std::initializer_list<std::pair<std::string_view, std::string_view>> members);
// A V9 module of one table `name` with such columns; no indexes or constraints.
boost::json::value one_table_module(std::string_view name,
                                    std::initializer_list<std::pair<std::string_view, std::string_view>> columns);
boost::json::object& first_table(boost::json::value& module);  // of a V9 module

ModuleDef read_or_fail(const Bytes& description, Profile profile = Profile::v2);

// Wasm from the text format; throws with the assembler's message.
Bytes assemble(std::string_view text);

// A module in the text format that describes itself as `description` and answers reducer calls with `reducers`, the
// body of a function that has $id, $sender0.., $connection0.., $time, $args and $error and leaves an i32. `imports` are
// imports besides bytes_sink_write, `more` further definitions. Memory has two pages; the description lies from 65,536
// on, below is free.
std::string module_text(const Bytes& description, std::string_view reducers, std::string_view imports = "",
                        std::string_view more = "");

}  // namespace stdb::host::test
