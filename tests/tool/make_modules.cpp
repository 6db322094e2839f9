// tests/tool/make_modules.cpp: writes the small modules that the tool's tests run.
// Usage: make_modules FOLDER
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "calls/http_wire.hpp"
#include "native_guest.hpp"
#include "support.hpp"

namespace {

namespace json = boost::json;
using namespace stdb::host::test;
using stdb::host::Bytes;

json::object reducer(std::string_view name, json::array params = {}, std::string_view lifecycle = "") {
  json::value event{{"none", json::array()}};
  if (!lifecycle.empty()) event = {{"some", {{lifecycle, json::array()}}}};
  return {{"name", name}, {"params", {{"elements", std::move(params)}}}, {"lifecycle", event}};
}

json::object param(std::string_view name, std::string_view kind) {
  return {{"name", {{"some", name}}}, {"algebraic_type", {{kind, json::array()}}}};
}

// Tables item (id: u32, name: String) and empty (id: u32). Reducers, by id:
// 0 init, 1 joined, 2 left: log their id. 3 put(id: u32, name: String): inserts the row that its arguments are.
// 4 fail(text: String): returns the text as its error. 5 trap(). 6 spin(): runs until its fuel is used up.
// 7 shout(): logs "line one\nline two" as a warning of shout.c:3. 8 again(): queues shout().
Bytes sample_description() {
  json::value module = one_table_module("item", {{"id", "U32"}, {"name", "String"}});
  json::object& v9 = module.at("V9").as_object();
  v9["typespace"].at("types").as_array().push_back(product_json({{"id", "U32"}}));
  v9["tables"].as_array().push_back(table_json("empty", 1));
  v9["types"] =
      json::array{json::parse(R"({"name": {"scope": [], "name": "Item"}, "ty": 0, "custom_ordering": true})"),
                  json::parse(R"({"name": {"scope": ["deep"], "name": "Empty"}, "ty": 1, "custom_ordering": true})")};
  v9["reducers"] = json::array{reducer("init", {}, "Init"),
                               reducer("joined", {}, "OnConnect"),
                               reducer("left", {}, "OnDisconnect"),
                               reducer("put", {param("id", "U32"), param("name", "String")}),
                               reducer("fail", {param("text", "String")}),
                               reducer("trap"),
                               reducer("spin"),
                               reducer("shout"),
                               reducer("again")};
  return encode_module(module);
}

constexpr const char* sample_imports = R"(
    (import "spacetime_10.0" "bytes_source_read" (func $read (param i32 i32 i32) (result i32)))
    (import "spacetime_10.0" "console_log" (func $log (param i32 i32 i32 i32 i32 i32 i32 i32)))
    (import "spacetime_10.0" "table_id_from_name" (func $table (param i32 i32 i32) (result i32)))
    (import "spacetime_10.0" "datastore_insert_bsatn" (func $insert (param i32 i32 i32) (result i32)))
    (import "spacetime_10.0" "volatile_nonatomic_schedule_immediate" (func $queue (param i32 i32 i32 i32))))";

constexpr const char* sample_body = R"(
    (i32.store (i32.const 16) (i32.const 30000))
    (if (local.get $args) (then (drop (call $read (local.get $args) (i32.const 1024) (i32.const 16)))))
    (if (i32.lt_u (local.get $id) (i32.const 3)) (then (call $say_id (local.get $id)) (return (i32.const 0))))
    (if (i32.eq (local.get $id) (i32.const 3)) (then
      (drop (call $table (i32.const 600) (i32.const 4) (i32.const 20)))
      (return (call $insert (i32.load (i32.const 20)) (i32.const 1024) (i32.const 16)))))
    (if (i32.eq (local.get $id) (i32.const 4)) (then
      (drop (call $bytes_sink_write (local.get $error) (i32.const 1028) (i32.const 1024)))
      (return (i32.const 1))))
    (if (i32.eq (local.get $id) (i32.const 5)) (then (call $fall)))
    (if (i32.eq (local.get $id) (i32.const 6)) (then (loop $more (br $more))))
    (if (i32.eq (local.get $id) (i32.const 7)) (then (call $shout)))
    (if (i32.eq (local.get $id) (i32.const 8)) (then
      (call $queue (i32.const 640) (i32.const 5) (i32.const 640) (i32.const 0))))
    (i32.const 0))";

constexpr const char* sample_more = R"(
    (data (i32.const 600) "item") (data (i32.const 610) "shout.c") (data (i32.const 620) "line one\nline two")
    (data (i32.const 640) "shout")
    (func $say_id (param $id i32)
      (i32.store8 (i32.const 700) (i32.add (i32.const 48) (local.get $id)))
      (call $log (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const -1)
        (i32.const 700) (i32.const 1)))
    (func $shout
      (call $log (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 610) (i32.const 7) (i32.const 3)
        (i32.const 620) (i32.const 17)))
    (func $fall unreachable))";

// The module of every kind of function (native_guest.hpp), with row-level security. act waits for a tick every ten
// seconds, tick logs; ask returns its argument, rest sleeps for 25 seconds, work traps; mine shows an item, all none,
// chosen a query; greet answers with a header and a body, echo with the body that it is sent; fetch returns the body
// that an address answers with, or why it does not.
Bytes functions_description() {
  V10 module = functions_module();
  module.section("Tables").at(0).as_object()["table_access"] = plain("Public");
  module.procedure("fetch", plain("String"), {{"address", plain("String")}});
  module.add("RowLevelSecurity", {{"sql", "SELECT * FROM item"}});
  return module.encode();
}

constexpr const char* functions_imports = R"(
    (import "spacetime_10.0" "bytes_source_read" (func $read (param i32 i32 i32) (result i32)))
    (import "spacetime_10.0" "console_log" (func $log (param i32 i32 i32 i32 i32 i32 i32 i32)))
    (import "spacetime_10.0" "table_id_from_name" (func $table (param i32 i32 i32) (result i32)))
    (import "spacetime_10.0" "datastore_insert_bsatn" (func $insert (param i32 i32 i32) (result i32)))
    (import "spacetime_10.3" "procedure_http_request" (func $request (param i32 i32 i32 i32 i32) (result i32)))
    (import "spacetime_10.3" "procedure_sleep_until" (func $sleep (param i64) (result i64))))";

constexpr const char* functions_body = R"(
    (if (local.get $id) (then
      (call $log (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const -1)
        (i32.const 600) (i32.const 4)) (return (i32.const 0))))
    (drop (call $table (i32.const 610) (i32.const 5) (i32.const 20)))
    (i64.store (i32.const 1024) (i64.const 0)) (i32.store8 (i32.const 1032) (i32.const 0))
    (i64.store (i32.const 1033) (i64.const 10000000)) (i32.store (i32.const 1041) (i32.const 0))
    (i32.store (i32.const 16) (i32.const 21))
    (call $insert (i32.load (i32.const 20)) (i32.const 1024) (i32.const 16)))";

std::string data_at(std::size_t place, const Bytes& bytes) {
  std::string text = "(data (i32.const " + std::to_string(place) + ") \"";
  for (const std::uint8_t byte : bytes) text += "\\" + to_hex({&byte, 1});
  return text + "\")";
}

std::string functions_more() {
  stdb::host::HttpResponse response;
  response.headers = {{"content-type", "text/plain"}};
  const Bytes wire = stdb::host::encode_http(response);
  return R"((data (i32.const 600) "tick") (data (i32.const 610) "timer") (data (i32.const 620) "hello\nyou"))" +
         data_at(2000, join({{0}, number(1u), item_row(7, "seven")})) + data_at(2100, join({{0}, number(0u)})) +
         data_at(2200, join({{1}, string("SELECT * FROM item")})) + data_at(2300, wire) + R"(
    (func $write (param $sink i32) (param $at i32) (param $size i32)
      (i32.store (i32.const 8) (local.get $size))
      (drop (call $bytes_sink_write (local.get $sink) (local.get $at) (i32.const 8))))
    (func $copy (param $source i32) (param $sink i32)
      (if (i32.eqz (local.get $source)) (then (return)))
      (i32.store (i32.const 8) (i32.const 30000))
      (drop (call $read (local.get $source) (i32.const 4096) (i32.const 8)))
      (call $write (local.get $sink) (i32.const 4096) (i32.load (i32.const 8))))
    (func $fetch (param $address i32) (param $result i32)
      (i64.store (i32.const 8192) (i64.const 0x10000000000)) (i32.store (i32.const 8) (i32.const 3000))
      (drop (call $read (local.get $address) (i32.const 8198) (i32.const 8)))
      (i32.store8 offset=8198 (i32.load (i32.const 8)) (i32.const 2))
      (if (call $request (i32.const 8192) (i32.add (i32.load (i32.const 8)) (i32.const 7)) (i32.const 8192) (i32.const 0)
          (i32.const 40))
        (then (call $copy (i32.load (i32.const 40)) (local.get $result)) (return)))
      (i32.store (i32.const 12288) (i32.const 3000))
      (drop (call $read (i32.load (i32.const 44)) (i32.const 12292) (i32.const 12288)))
      (call $write (local.get $result) (i32.const 12288) (i32.add (i32.load (i32.const 12288)) (i32.const 4))))
    (func (export "__call_procedure__") (param $id i32) (param i64 i64 i64 i64 i64 i64) (param $time i64)
      (param $args i32) (param $result i32) (result i32)
      (if (i32.eqz (local.get $id)) (then (call $copy (local.get $args) (local.get $result)) (return (i32.const 0))))
      (if (i32.eq (local.get $id) (i32.const 2)) (then (unreachable)))
      (if (i32.eq (local.get $id) (i32.const 3)) (then
        (call $fetch (local.get $args) (local.get $result)) (return (i32.const 0))))
      (drop (call $sleep (i64.add (local.get $time) (i64.const 25000000)))) (i32.const 0))
    (func (export "__call_view__") (param i32 i64 i64 i64 i64 i32) (param $rows i32) (result i32)
      (call $write (local.get $rows) (i32.const 2000) (i32.const 22)) (i32.const 2))
    (func (export "__call_view_anon__") (param $id i32) (param i32) (param $rows i32) (result i32)
      (if (local.get $id) (then (call $write (local.get $rows) (i32.const 2200) (i32.const 23)))
        (else (call $write (local.get $rows) (i32.const 2100) (i32.const 5)))) (i32.const 2))
    (func (export "__call_http_handler__") (param $id i32) (param i64 i32) (param $body i32) (param $response i32)
      (param $response_body i32) (result i32)
      (call $write (local.get $response) (i32.const 2300) (i32.const )" +
         std::to_string(wire.size()) + R"())
      (if (local.get $id) (then (call $copy (local.get $body) (local.get $response_body)))
        (else (call $write (local.get $response_body) (i32.const 620) (i32.const 9)))) (i32.const 0)))";
}

void write(const std::filesystem::path& path, const std::string& text) {
  const Bytes wasm = assemble(text);
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(wasm.data()), static_cast<std::streamsize>(wasm.size()));
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

// The sample, with one thing wrong.
json::value sample_json() { return json::parse(*stdb::host::module_def_json(sample_description())); }

void write_all(const std::filesystem::path& folder) {
  write(folder / "sample.wasm", module_text(sample_description(), sample_body, sample_imports, sample_more));
  write(folder / "refusing.wasm",  // client_connected returns an error
        module_text(sample_description(), R"((i32.store (i32.const 200) (i32.const 6))
          (if (i32.eq (local.get $id) (i32.const 1)) (then
            (drop (call $bytes_sink_write (local.get $error) (i32.const 300) (i32.const 200))) (return (i32.const 1))))
          (i32.const 0))",
                    "", R"((data (i32.const 300) "go off"))"));
  write(folder / "trapping_init.wasm",
        module_text(sample_description(), "(if (i32.eqz (local.get $id)) (then unreachable)) (i32.const 0)"));
  json::value reserved = sample_json();
  reserved.at("V9").at("tables").at(0).as_object()["name"] = "st_item";
  reserved.at("V9").at("tables").at(1).as_object()["name"] = "st_empty";
  write(folder / "reserved.wasm", module_text(encode_module(reserved), "(i32.const 0)"));
  write(folder / "wasi.wasm", module_text(sample_description(), "(i32.const 0)",
                                          R"((import "wasi_snapshot_preview1" "proc_exit" (func (param i32))))"));
  write(folder / "more.wasm", module_text(golden("module_c_v10"), "(i32.const 0)"));
  write(folder / "functions.wasm",
        module_text(functions_description(), functions_body, functions_imports, functions_more()));
  write(folder / "v10.wasm", module_text(golden("module_b_v10"), "(i32.const 0)"));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    std::filesystem::create_directories(argv[1]);
    write_all(argv[1]);
  } catch (const std::exception& failure) {
    std::cerr << "make_modules: " << failure.what() << "\n";
    return 1;
  }
  return 0;
}
