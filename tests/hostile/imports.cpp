// tests/hostile/imports.cpp: every import of abi's list as the generators of hostile modules see it.
#include "imports.hpp"

#include <map>
#include <stdexcept>

#include "v10.hpp"

namespace stdb::host::test {
namespace {

// Where the arguments of calls that mean well lie, and how long they are.
struct Place {
  std::uint32_t address;
  std::uint32_t size;
};
const std::map<std::string, Place>& places() {
  static const std::map<std::string, Place> all{{"name", {1024, 4}},
                                                {"prefix", {1040, 4}},
                                                {"rstart", {1048, 1}},
                                                {"rend", {1048, 1}},
                                                {"rel", {1056, 4}},
                                                {"row", {1064, 8}},
                                                {"buffer", {1080, 16}},
                                                {"target", {1024, 4}},
                                                {"filename", {1024, 4}},
                                                {"message", {1024, 4}},
                                                {"args", {1024, 4}},
                                                {"request", {1104, 24}},
                                                {"body", {1024, 4}},
                                                {"point", {1064, 8}},
                                                {"key", {1136, 4}},
                                                {"out", {1200, 0}},
                                                {"out_32", {1200, 32}},
                                                {"out_2", {1200, 4}},
                                                {"connection_id_16", {1200, 16}}};
  return all;
}

constexpr Place index_name{1152, 9};

// Lengths in memory: of row and of buffer.
constexpr std::uint32_t row_size_at = 1240;
constexpr std::uint32_t buffer_size_at = 1248;

constexpr const char* data = R"wat(
    (data (i32.const 1024) "item") (data (i32.const 1048) "\02") (data (i32.const 1064) "\00\00\00\00\05")
    (data (i32.const 1104) "\00\00\00\00\00\01\0a\00\00\00http://a/b\02")
    (data (i32.const 1136) "MODE") (data (i32.const 1152) "item_both") (data (i32.const 1240) "\08") (data (i32.const 1248) "\10"))wat";

// "const uint8_t* name" and the parameter before it.
Parameter read_parameter(std::string_view text, const std::vector<std::string>& later) {
  Parameter parameter;
  const bool is_pointer = text.find('*') != std::string_view::npos;
  parameter.name = text.substr(text.rfind(' ') + 1);
  const bool is_wide = text.find("64_t") != std::string_view::npos;
  const auto next = later.empty() ? std::string() : later.front();
  const auto known = places().find(parameter.name);
  if (!is_pointer) {
    parameter.kind = is_wide                            ? Parameter::Kind::wide_number
                     : parameter.name.ends_with("_len") ? Parameter::Kind::length
                                                        : Parameter::Kind::number;
    const std::map<std::string, std::uint32_t> numbers{{"table", 4096}, {"index", 4097}, {"prefix_elems", 1},
                                                       {"level", 2},    {"timer", 1},    {"line", 7}};
    if (const auto number = numbers.find(parameter.name); number != numbers.end()) parameter.value = number->second;
    return parameter;
  }
  if (parameter.name.ends_with("_len")) {
    parameter.kind = Parameter::Kind::buffer_size;
    parameter.size = 4;
    parameter.value = parameter.name == "row_len" ? row_size_at : buffer_size_at;
    return parameter;
  }
  if (known == places().end()) throw std::runtime_error("nothing is known of the parameter " + parameter.name);
  parameter.value = known->second.address;
  parameter.size = known->second.size;
  parameter.kind = Parameter::Kind::fixed;
  if (parameter.name == "out") parameter.size = is_wide ? 8 : 4;
  if (next.ends_with(" " + parameter.name + "_len") || next.ends_with("* " + parameter.name + "_len")) {
    parameter.kind = next.find('*') == std::string::npos ? Parameter::Kind::slice : Parameter::Kind::buffer;
  }
  return parameter;
}

// "(const uint8_t* name, uint32_t name_len)".
std::vector<Parameter> read_parameters(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : text.substr(1)) {
    if (c != ',' && c != ')') {
      if (c != ' ' || !part.empty()) part.push_back(c);
      continue;
    }
    if (!part.empty() && part != "void") parts.push_back(part);
    part.clear();
  }
  std::vector<Parameter> parameters;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    parameters.push_back(read_parameter(parts[at], {parts.begin() + static_cast<std::ptrdiff_t>(at) + 1, parts.end()}));
    Parameter& added = parameters.back();
    if (added.kind == Parameter::Kind::length) added.value = parameters.at(at - 1).size;
  }
  return parameters;
}

std::string wat_type(const std::string& c_type) { return c_type == "int64_t" ? "i64" : "i32"; }

// The exports whose call may be the one that is made.
std::string exports(std::string_view place, const std::string& probe) {
  const auto body = [&](std::string_view wanted, std::string_view else_body) {
    return place == wanted ? probe : std::string(else_body);
  };
  const std::string simple = "(call $probe (i32.const 0) (i32.const 1))";
  std::string text;
  if (place == "start") text += "(func $start (drop " + simple + ")) (start $start)";
  for (const char* name : {"__preinit__x", "_initialize"}) {
    if (place == name) text += "(func (export \"" + std::string(name) + "\") (drop " + simple + "))";
  }
  if (place == "__setup__") {
    text += "(func (export \"__setup__\") (param $sink i32) (result i32) " + simple + " drop (i32.const 0))";
  }
  text += R"((func (export "__call_procedure__") (param $id i32) (param i64 i64 i64 i64 i64 i64 i64) (param $args i32)
      (param $sink i32) (result i32) )" +
          body("procedure", "(i32.const 0)") + ")";
  text += R"((func (export "__call_view__") (param $id i32) (param i64 i64 i64 i64) (param $args i32) (param $sink i32)
      (result i32) )" +
          body("view", "(i32.const 0)") + ")";
  text += R"((func (export "__call_view_anon__") (param $id i32) (param $args i32) (param $sink i32) (result i32) )" +
          body("view_anon", "(i32.const 0)") + ")";
  text += R"((func (export "__call_http_handler__") (param $id i32) (param i64) (param $args i32) (param i32)
      (param $sink i32) (param i32) (result i32) )" +
          body("handler", "(i32.const 0)") + ")";
  return text;
}

}  // namespace

std::string Import::declaration() const {
  std::string text = "(import \"spacetime_10." + std::to_string(minor) + "\" \"" + name + "\" (func $f (param";
  for (const Parameter& parameter : parameters) {
    text += parameter.kind == Parameter::Kind::wide_number ? " i64" : " i32";
  }
  return text + ")" + (result == "void" ? "" : " (result " + wat_type(result) + ")") + "))";
}

const std::vector<Import>& imports() {
  static const std::vector<Import> all = [] {
    std::vector<Import> list{
#define STDB_IMPORT(minor, name, result, parameters, arguments, errnos) \
  {#name, minor, #result, read_parameters(#parameters)},
#include "stdb/abi/imports.def"
#undef STDB_IMPORT
    };
    for (Import& import : list) {
      if (import.name != "index_id_from_name") continue;  // the one that is given another name
      import.parameters[0].value = index_name.address;
      import.parameters[0].size = import.parameters[1].value = index_name.size;
    }
    return list;
  }();
  return all;
}

Bytes description_of_all_kinds() {
  V10 module;
  module.type("Item", {{"id", plain("U32")}, {"b", plain("U32")}});
  auto& indexes = module.table("item", 0).at("indexes").as_array();
  indexes.push_back({{"source_name", {{"some", "item_both"}}},
                     {"accessor_name", {{"none", boost::json::array()}}},
                     {"algorithm", {{"BTree", boost::json::array{0, 1}}}}});
  module.reducer("act", {{"text", plain("String")}});
  module.reducer("calm");
  module.procedure("ask", unit_json(), {{"text", plain("String")}});
  module.view("mine", 0, false, array_json(ref_json(0)));
  module.view("all", 0, true, array_json(ref_json(0)));
  module.handler("get");
  module.route("get", "Get", "/x");
  module.add("Environment", {{"name", "MODE"}, {"ty", {{"Union", boost::json::array{"a"}}}}, {"optional", true}});
  return module.encode();
}

std::string call_text(const Import& import, std::optional<std::size_t> changed, std::uint32_t value) {
  std::string text = "(call $f";
  for (std::size_t at = 0; at < import.parameters.size(); ++at) {
    const Parameter& parameter = import.parameters[at];
    const bool is_changed = changed == at;
    if (parameter.kind == Parameter::Kind::wide_number) {
      text += " (i64.const 1)";
    } else if (!is_changed && parameter.name == "sink") {
      text += " (local.get $sink)";
    } else if (!is_changed && parameter.name == "source") {
      text += " (local.get $args)";
    } else if (!is_changed && parameter.name == "iter") {
      text += " (i32.load (i32.const 2000))";
    } else {
      text += " (i32.const " + std::to_string(static_cast<std::int32_t>(is_changed ? value : parameter.value)) + ")";
    }
  }
  return text + ")";
}

std::string module_with_call(std::string_view place, std::string_view call, const Import& import) {
  // What calls need that mean well: an open iterator.
  const std::string probe =
      "(func $probe (param $args i32) (param $sink i32) (result i32)\n" +
      std::string(place == "reducer" ? "(drop (call $scan (i32.const 4096) (i32.const 2000)))" : "") +
      std::string(import.result == "void" ? call : "(drop " + std::string(call) + ")") + " (i32.const 0))";
  const std::string probed = "(call $probe (local.get $args) (local.get $sink))";
  const std::string reducer =
      "(if (result i32) (i32.eqz (local.get $id)) (then " +
      std::string(place == "reducer" ? "(call $probe (local.get $args) (local.get $error))" : "(i32.const 0)") +
      ") (else (i32.const 0)))";
  const std::string scan =
      R"((import "spacetime_10.0" "datastore_table_scan_bsatn" (func $scan (param i32 i32) (result i32))))";
  std::string text = module_text(description_of_all_kinds(), reducer, scan + import.declaration(),
                                 data + probe + exports(place, probed));
  if (place == "__describe_module__") {
    const std::string export_name = R"((func (export "__describe_module__") (param $sink i32))";
    text.insert(text.find(export_name) + export_name.size(), "(drop (call $probe (i32.const 0) (local.get $sink)))");
  }
  return text;
}

}  // namespace stdb::host::test
