// tests/unit/host/support.cpp: bytes, types, descriptions and small wasm modules for the tests of the embedded host.
#include "support.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <wasmtime.hh>

#include "describe/description.hpp"
#include "stdb/host/json.hpp"

namespace stdb::host::test {

namespace json = boost::json;

Bytes from_hex(std::string_view digits) {
  Bytes bytes;
  for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16)));
  }
  return bytes;
}

std::string to_hex(ByteView bytes) {
  std::string digits;
  for (const std::uint8_t byte : bytes) {
    digits.push_back("0123456789abcdef"[byte >> 4]);
    digits.push_back("0123456789abcdef"[byte & 15]);
  }
  return digits;
}

Bytes string(std::string_view text) {
  return join({number(static_cast<std::uint32_t>(text.size())), Bytes(text.begin(), text.end())});
}

Bytes join(std::initializer_list<Bytes> parts) {
  Bytes all;
  for (const Bytes& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

AlgebraicType scalar(TypeKind kind) {
  AlgebraicType type;
  type.kind = kind;
  return prepared(type);
}

AlgebraicType reference(std::uint32_t index) {
  AlgebraicType type;
  type.kind = TypeKind::ref;
  type.ref = index;
  return type;
}

AlgebraicType array_of(AlgebraicType element) {
  AlgebraicType type;
  type.kind = TypeKind::array;
  type.element = std::make_shared<const AlgebraicType>(std::move(element));
  return type;
}

AlgebraicType product(std::vector<std::pair<std::string, AlgebraicType>> members) {
  AlgebraicType type;
  for (auto& [name, member] : members) type.members.push_back({std::move(name), std::move(member)});
  return type;
}

AlgebraicType sum(std::vector<std::pair<std::string, AlgebraicType>> members) {
  AlgebraicType type = product(std::move(members));
  type.kind = TypeKind::sum;
  return type;
}

AlgebraicType option_of(AlgebraicType some) { return sum({{"some", std::move(some)}, {"none", product({})}}); }

AlgebraicType prepared(AlgebraicType type, const Typespace& space) {
  if (auto done = space.prepare(type); !done) throw std::runtime_error(done.error().text);
  return type;
}

const std::vector<Golden>& golden_entries() {
  static const std::vector<Golden> entries = [] {
    std::ifstream file(STDB_GOLDEN_FILE);
    std::stringstream text;
    text << file.rdbuf();
    std::vector<Golden> found;
    const json::value entries_json = json::parse(text.str());
    for (const json::value& entry : entries_json.as_array()) {
      found.push_back({std::string(entry.at("name").as_string()), std::string(entry.at("type").as_string()),
                       from_hex(entry.at("hex").as_string())});
    }
    return found;
  }();
  return entries;
}

const Bytes& golden(std::string_view name) {
  for (const Golden& entry : golden_entries()) {
    if (entry.name == name) return entry.bytes;
  }
  throw std::runtime_error("no golden entry " + std::string(name));
}

Bytes encode_module(const json::value& module) {
  const auto& type = raw_module_def_type();
  Bytes bytes;
  if (auto done = encode_json(type->root, type->space, module, bytes); !done) {
    throw std::runtime_error(done.error().path + ": " + done.error().text);
  }
  return bytes;
}

json::value person_module() { return json::parse(*module_def_json(golden("module_a_v9"))); }

json::object table_json(std::string_view name, std::uint32_t row_type) {
  return json::object{{"name", name},
                      {"product_type_ref", row_type},
                      {"primary_key", json::array()},
                      {"indexes", json::array()},
                      {"constraints", json::array()},
                      {"sequences", json::array()},
                      {"schedule", {{"none", json::array()}}},
                      {"table_type", {{"User", json::array()}}},
                      {"table_access", {{"Public", json::array()}}}};
}

json::object btree_json(std::initializer_list<int> columns) {
  json::array list;
  for (const int column : columns) list.emplace_back(column);
  return json::object{{"name", {{"none", json::array()}}},
                      {"accessor_name", {{"none", json::array()}}},
                      {"algorithm", {{"BTree", list}}}};
}

json::object unique_json(std::initializer_list<int> columns) {
  json::array list;
  for (const int column : columns) list.emplace_back(column);
  return json::object{{"name", {{"none", json::array()}}}, {"data", {{"Unique", {{"columns", list}}}}}};
}

json::object sequence_json(int column) {
  const json::value none{{"none", json::array()}};
  return json::object{{"name", none},      {"column", column},  {"start", none},
                      {"min_value", none}, {"max_value", none}, {"increment", 1}};
}

json::value product_json(std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
  json::array elements;
  for (const auto& [name, kind] : members) {
    elements.push_back(json::object{{"name", {{"some", name}}}, {"algebraic_type", {{kind, json::array()}}}});
  }
  return {{"Product", {{"elements", elements}}}};
}

json::value one_table_module(std::string_view name,
                             std::initializer_list<std::pair<std::string_view, std::string_view>> columns) {
  json::value module = person_module();
  json::object& v9 = module.at("V9").as_object();
  v9["typespace"] = {{"types", json::array{product_json(columns)}}};
  v9["tables"] = json::array{table_json(name, 0)};
  v9["reducers"] = json::array{json::object{
      {"name", "act"}, {"params", {{"elements", json::array()}}}, {"lifecycle", {{"none", json::array()}}}}};
  return module;
}

json::object& first_table(json::value& module) { return module.at("V9").at("tables").at(0).as_object(); }

ModuleDef read_or_fail(const Bytes& description, Profile profile) {
  auto module = read_module_def(description, profile);
  if (!module) throw std::runtime_error(module.error().text);
  return *std::move(module);
}

Bytes assemble(std::string_view text) {
  auto wasm = wasmtime::wat2wasm(text);
  if (!wasm) throw std::runtime_error(std::string(wasm.err().message()));
  return wasm.ok();
}

std::string module_text(const Bytes& description, std::string_view reducers, std::string_view imports,
                        std::string_view more) {
  std::string data;
  for (const std::uint8_t byte : description) data += "\\" + to_hex({&byte, 1});
  return R"((module
    (import "spacetime_10.0" "bytes_sink_write" (func $bytes_sink_write (param i32 i32 i32) (result i32)))
    )" + std::string(imports) +
         R"(
    (memory (export "memory") 2)
    (data (i32.const 65536) ")" +
         data + R"(")
    (func (export "__describe_module__") (param $sink i32)
      (i32.store (i32.const 8) (i32.const )" +
         std::to_string(description.size()) + R"())
      (drop (call $bytes_sink_write (local.get $sink) (i32.const 65536) (i32.const 8))))
    (func (export "__call_reducer__") (param $id i32) (param $sender0 i64) (param $sender1 i64) (param $sender2 i64)
      (param $sender3 i64) (param $connection0 i64) (param $connection1 i64) (param $time i64) (param $args i32)
      (param $error i32) (result i32)
      )" +
         std::string(reducers) +
         R"()
    )" + std::string(more) +
         ")";
}

}  // namespace stdb::host::test
