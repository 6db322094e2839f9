// tests/hostile/refused_modules.cpp: modules that no host publishes: their imports, exports and starts.
#include "hostile_module.hpp"

namespace stdb::host::test {
namespace {

const std::string none = "(i32.const 0)";
const std::string sink_import =
    R"((import "spacetime_10.0" "bytes_sink_write" (func (param i32 i32 i32) (result i32))))";

std::string described(const Bytes& description) { return module_text(description, none); }
std::string raw(std::string_view rest) { return "(module " + std::string(rest) + ")"; }
std::optional<ErrorKind> kind(ErrorKind of) { return of; }

}  // namespace

std::string module_of_act(std::string_view body, std::string_view import_list, std::string_view more) {
  const Bytes item = encode_module(one_table_module("item", {{"id", "U32"}}));
  return module_text(item, body, import_list, more);
}

namespace {

// Imports that no host has.
std::vector<Hostile> of_imports() {
  return {
      {"imports_wasi",
       module_of_act(none,
                     R"((import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32))))"),
       kind(ErrorKind::bad_import),
       {},
       "unknown import: `wasi_snapshot_preview1::fd_write`"},
      {"imports_env_memory",
       module_of_act(none, R"((import "env" "memory2" (global i32)))"),
       kind(ErrorKind::bad_import),
       {},
       "unknown import: `env::memory2`"},
      {"imports_table",
       module_of_act(none, R"((import "spacetime_10.0" "identity" (table 1 funcref)))"),
       kind(ErrorKind::bad_import),
       {},
       "unknown import: `spacetime_10.0::identity`"},
      {"imports_memory_of_host",
       module_of_act(none, R"((import "spacetime_10.0" "identity" (global (mut i32))))"),
       kind(ErrorKind::bad_import),
       {},
       "unknown import: `spacetime_10.0::identity`"},
      {"imports_other_host",
       module_of_act(none, R"((import "spacetime_9.0" "_insert" (func)))"),
       kind(ErrorKind::unsupported_abi),
       {},
       "module cannot depend on both major version"},
      {"imports_from_the_future",
       module_of_act(none, R"((import "spacetime_10.7" "more" (func)))"),
       kind(ErrorKind::unsupported_abi),
       {},
       "abi version 10.7 is not supported"},
      {"imports_huge_version",
       module_of_act(none, R"((import "spacetime_10.99999999999" "x" (func)))"),
       kind(ErrorKind::unsupported_abi),
       {},
       "import module \"spacetime_10.99999999999\" has malformed version string"},
      {"imports_negative_version",
       module_of_act(none, R"((import "spacetime_10.-1" "x" (func)))"),
       kind(ErrorKind::unsupported_abi),
       {},
       "import module \"spacetime_10.-1\" has malformed version string"},
      {"imports_newer_name_of_older_minor",
       module_of_act(none, R"((import "spacetime_10.0" "env_get" (func)))"),
       kind(ErrorKind::bad_import),
       {},
       "unknown import: `spacetime_10.0::env_get`"},
      {"imports_of_other_type",
       module_of_act(none, R"((import "spacetime_10.0" "identity" (func (param i64))))"),
       kind(ErrorKind::bad_import),
       {},
       "incompatible import type for `spacetime_10.0::identity`"},
  };
}

// Exports that are not what a host calls.
std::vector<Hostile> of_exports() {
  return {
      {"exports_nothing", raw(sink_import), kind(ErrorKind::bad_export), {}, "there should be a memory export"},
      {"exports_memory_as_global",
       raw(sink_import + R"((global (export "memory") i32 (i32.const 0)))"),
       kind(ErrorKind::bad_export),
       {},
       "there should be a memory export"},
      {"exports_two_memories_second_named",
       raw(sink_import + R"((memory 1) (memory (export "memory") 1))"),
       kind(ErrorKind::bad_export),
       {},
       "there should be a function called \"__describe_module__\""},
      {"exports_call_of_fewer_parameters",
       raw(sink_import + R"((memory (export "memory") 1)
          (func (export "__describe_module__") (param i32)) (func (export "__call_reducer__") (result i32) (i32.const 0)))"),
       kind(ErrorKind::bad_export),
       {},
       "bad signature for \"__call_reducer__\""},
      {"exports_view_of_other_type",
       module_of_act(none, "", R"((func (export "__call_view__")))"),
       kind(ErrorKind::bad_export),
       {},
       "bad signature for \"__call_view__\""},
      {"exports_procedure_as_memory",
       module_of_act(none, "", R"((global (export "__call_procedure__") i32 (i32.const 1)))"),
       kind(ErrorKind::bad_export),
       {},
       "expected \"__call_procedure__\" export to be a function"},
      {"exports_preinit_with_parameter",
       module_of_act(none, "", R"((func (export "__preinit__1") (param i32)))"),
       kind(ErrorKind::bad_export),
       {},
       "bad signature for \"__preinit__1\""},
  };
}

// Modules that cannot be instantiated.
std::vector<Hostile> of_starts() {
  return {
      {"starts_with_trap",
       module_of_act(none, "", R"((func $s unreachable) (start $s))"),
       kind(ErrorKind::start_failed),
       {},
       "the module could not be instantiated: the module trapped (unreachable)"},
      {"starts_for_ever",
       module_of_act(none, "", R"((func $s (loop $l (br $l))) (start $s))"),
       kind(ErrorKind::start_failed),
       {},
       "the module could not be instantiated: out of fuel"},
      {"starts_too_deep",
       module_of_act(none, "", R"((func $s (call $s) (call $s)) (start $s))"),
       kind(ErrorKind::start_failed),
       {},
       "the module could not be instantiated: the stack overflowed"},
      {"starts_with_data_outside",
       module_of_act(none, "", R"((data (i32.const 131071) "ab"))"),
       kind(ErrorKind::start_failed),
       {},
       "the module could not be instantiated: memory was accessed outside its bounds"},
      {"starts_with_elements_outside",
       module_of_act(none, "", R"((table 1 funcref) (func $x) (elem (i32.const 1) $x))"),
       kind(ErrorKind::start_failed),
       {},
       "the module could not be instantiated: a table was accessed outside its bounds"},
      {"starts_with_huge_memory",
       "(module " + sink_import + R"((memory (export "memory") 65536)
          (func (export "__describe_module__") (param i32))
          (func (export "__call_reducer__") (param i32 i64 i64 i64 i64 i64 i64 i64 i32 i32) (result i32) (i32.const 0))))",
       kind(ErrorKind::start_failed),
       {},
       "the module could not be instantiated: "},
      {"starts_with_huge_table",
       module_of_act(none, "", "(table 4000000000 funcref)"),
       kind(ErrorKind::start_failed),
       {},
       "the module could not be instantiated: "},
  };
}

// Modules whose own functions fail while they are published.
std::vector<Hostile> of_words() {
  return {
      {"preinit_for_ever",
       module_of_act(none, "", R"((func (export "__preinit__1") (loop $l (br $l))))"),
       kind(ErrorKind::start_failed),
       {},
       "wasm trap while calling \"__preinit__1\": out of fuel"},
      {"setup_fails_without_words",
       module_of_act(none, "", R"((func (export "__setup__") (param i32) (result i32) (i32.const 1)))"),
       kind(ErrorKind::start_failed),
       {},
       "setup function returned an error: "},
      {"setup_of_unknown_code",
       module_of_act(none, "", R"((func (export "__setup__") (param i32) (result i32) (i32.const -7)))"),
       kind(ErrorKind::start_failed),
       {},
       "\"__setup__\" returned the unknown code -7"},
      {"describes_nothing", described({}), kind(ErrorKind::bad_description), {}, "error decoding module description"},
      {"describes_with_one_byte",
       described({1}),
       kind(ErrorKind::bad_description),
       {},
       "error decoding module description"},
      {"describes_by_unknown_version",
       described({7, 0, 0, 0, 0}),
       kind(ErrorKind::bad_description),
       {},
       "error decoding module description: at byte 0: unknown tag 7"},
      {"describes_four_billion_sections",
       described({2, 0xFF, 0xFF, 0xFF, 0xFF, 0}),
       kind(ErrorKind::bad_description),
       {},
       "error decoding module description"},
  };
}

}  // namespace

std::vector<Hostile> refused_modules() {
  std::vector<Hostile> all;
  for (const auto& part : {of_imports(), of_exports(), of_starts(), of_words()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace stdb::host::test
