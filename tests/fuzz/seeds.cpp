// tests/fuzz/seeds.cpp: what fuzzers begin with: fuzz_seeds FOLDER writes FOLDER/TARGET/NAME for some targets.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "native_guest.hpp"

namespace {

using namespace stdb::host;
using namespace stdb::host::test;

void write(const std::filesystem::path& folder, std::string_view target, std::string_view name, const Bytes& bytes) {
  const auto path = folder / target;
  std::filesystem::create_directories(path);
  std::ofstream file(path / name, std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

// Modules that do something, each small: wasm is compiled for every run.
void write_modules(const std::filesystem::path& folder) {
  const Bytes item = encode_module(one_table_module("item", {{"id", "U32"}}));
  const auto module = [&](std::string_view name, std::string_view body, std::string_view imports = "",
                          std::string_view more = "") {
    write(folder, "wasm", name, assemble(module_text(item, body, imports, more)));
  };
  module("nothing", "(i32.const 0)");
  module("inserts",
         R"((i32.store (i32.const 16) (i32.const 4)) (call $insert (i32.const 4096) (i32.const 32) (i32.const 16)))",
         R"((import "spacetime_10.0" "datastore_insert_bsatn" (func $insert (param i32 i32 i32) (result i32))))");
  module("scans", R"((drop (call $scan (i32.const 4096) (i32.const 16)))
      (i32.store (i32.const 20) (i32.const 64)) (call $next (i32.load (i32.const 16)) (i32.const 32) (i32.const 20)))",
         R"((import "spacetime_10.0" "datastore_table_scan_bsatn" (func $scan (param i32 i32) (result i32)))
      (import "spacetime_10.0" "row_iter_bsatn_advance" (func $next (param i32 i32 i32) (result i32))))");
  module("logs", R"((call $log (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
      (i32.const 16) (i32.const 8)) (i32.const 0))",
         R"((import "spacetime_10.0" "console_log" (func $log (param i32 i32 i32 i32 i32 i32 i32 i32))))");
  module("loops", "(loop $again (br_if $again (i32.const 1))) (i32.const 0)");
  module("starts", "(call_indirect (result i32) (i32.const 0))", "",
         R"((table 2 funcref) (elem (i32.const 0) $zero) (func $zero (result i32) (i32.const 0))
            (func (export "__preinit__10") (i32.store (i32.const 4) (memory.grow (i32.const 1))))
            (func (export "_initialize")) (global $g (mut i32) (i32.const 7)))");
}

// Without their checksum, which the target adds.
void write_snapshots(const std::filesystem::path& folder) {
  const Bytes description = functions_module().encode();
  const stdb_module_definition definition = functions_definition(description);
  Database database;
  const auto save = [&](std::string_view name) {
    Bytes snapshot = database.save().value();
    snapshot.resize(snapshot.size() - sizeof(std::uint64_t));
    write(folder, "snapshots", name, snapshot);
  };
  if (!database.publish(native_module(definition), Timestamp{1000})) std::exit(1);
  save("empty");
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    insert("item", item_row(0, "drawn"));
    insert("timer", time_row(0, 5'000'000, "once"));
    insert("job", interval_row(7, 300'000, "again"));
    return insert("item", item_row(9, ""));
  };
  if (!database.call("act", ByteView())) std::exit(1);
  save("rows");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  for (const Golden& entry : golden_entries()) {
    if (entry.name.starts_with("module_")) write(folder, "description", entry.name, entry.bytes);
    if (entry.type != "AlgebraicType" || entry.bytes.size() > 255) continue;
    write(folder, "types", entry.name, join({{0, static_cast<std::uint8_t>(entry.bytes.size())}, entry.bytes}));
  }
  write(folder, "description", "every_section", [] {
    V10 module;
    module.type("Item", {{"id", plain("U64")}, {"at", schedule_at_json()}});
    module.table("item", 0);
    module.reducer("tick", {{"row", ref_json(0)}});
    module.procedure("ask", plain("String"), {{"text", plain("String")}});
    module.view("all", 0, true, array_json(ref_json(0)));
    module.schedule("item", 1, "tick");
    module.handler("greet");
    module.route("greet", "Get", "/greet");
    module.add("Environment",
               {{"name", "MODE"}, {"ty", {{"Union", boost::json::array{"a", "b"}}}}, {"optional", true}});
    V10 library;
    library.type("Book", {{"id", plain("U64")}});
    library.table("book", 0);
    module.add("Submodules", {{"namespace", "library"}, {"module", library.json().at("V10")}});
    return module.encode();
  }());
  write_modules(folder);
  write_snapshots(folder);
  return 0;
}
