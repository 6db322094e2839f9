# tests/import_check/pass_test.py: the finishing pass on modules written as text: pass_test.py WASM_OPT FINISH_MODULE ABI.
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

REDUCER = "(param i32 i64 i64 i64 i64 i64 i64 i64 i32 i32) (result i32)"
GOOD = f"""
(import "spacetime_10.0" "bytes_sink_write" (func $write (param i32 i32 i32) (result i32)))
(memory (export "memory") 2)
(func $describe (export "__describe_module__") (param i32) (drop (call $write (local.get 0) (i32.const 0) (i32.const 0))))
(func $reduce (export "__call_reducer__") {REDUCER} (i32.const 0))
"""
IMPORT = r'\(import "[^"]*" "[^"]*" \((?:[^()]|\([^()]*\))*\)\)'
# One of each shape of immediates, before the call that must be found behind them.
EVERY_SHAPE = """
(import "env" "stray" (func $stray))
(table 2 funcref) (elem (i32.const 0) $nothing)
(type $void (func))
(data $bytes "abc")
(func $nothing)
(func $busy (export "__preinit__busy") (local $i i32) (local $l i64) (local $d f64) (local $f f32)
  (block $out (loop $again (br_table $out $again $out (i32.load16_u offset=70000 (i32.const 7)))))
  (local.set $d (f64.add (f64.const 3.25) (f64.load (i32.const 8))))
  (local.set $f (f32.const 1.5)) (f32.store (i32.const 16) (local.get $f)) (f64.store (i32.const 24) (local.get $d))
  (local.set $l (select (i64.const -1234567890123) (i64.const 5) (memory.grow (i32.const 0))))
  (i64.store (i32.const 32) (i64.extend32_s (local.get $l)))
  (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 3)) (data.drop $bytes)
  (memory.copy (i32.const 0) (i32.const 64) (i32.const 8)) (memory.fill (i32.const 0) (i32.const 1) (i32.const 8))
  (i32.store (i32.const 40) (i32.trunc_sat_f64_s (local.get $d)))
  (call_indirect (type $void) (i32.load (i32.const 4)))
  (if (i32.load (i32.const 0)) (then (return)) (else (unreachable)))
)
(func $last (export "__preinit__last") (call $stray))
"""


class PassTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.wasm = self.root / "out" / "module.wasm"
        self.report = self.root / "out" / "module.size.json"

    def assemble(self, text: str, features: str = "--enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int"):
        source, linked = self.root / "module.wat", self.root / "linked.wasm"
        imports = re.findall(IMPORT, text)  # come first in the text format
        source.write_text(f"(module {''.join(imports)} {re.sub(IMPORT, '', text)})")
        command = [str(Path(WASM_OPT).with_name("wasm-as")), "-g", *features.split(), str(source), "-o", str(linked)]
        subprocess.run(command, check=True)
        return linked

    def finish(self, linked: Path, target: int = 20800, linker: list[str] | None = None) -> subprocess.CompletedProcess:
        command = [sys.executable, "-B", FINISH_MODULE, "--input", str(linked), "--output", str(self.wasm)]
        command += ["--target", str(target), "--level=-Oz", "--abi", ABI, "--wasm-opt", WASM_OPT]
        return subprocess.run([*command, "--", *(linker or [])], capture_output=True, text=True)

    def accept(self, text: str, target: int = 20800) -> dict:
        done = self.finish(self.assemble(text), target)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(self.report.read_text())

    def refuse(self, text: str, *messages: str, target: int = 20800) -> None:
        done = self.finish(self.assemble(text), target)
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("Traceback", done.stderr)
        for message in messages:
            self.assertIn(message, done.stderr)

    def test_a_good_module_is_stripped_and_reported(self):
        report = self.accept(GOOD)
        data = self.wasm.read_bytes()
        self.assertEqual(report["total"], len(data))
        self.assertEqual(sum(section["bytes"] for section in report["sections"]) + 8, len(data))
        self.assertNotIn("custom", [section["name"] for section in report["sections"]])
        self.assertEqual(report["exports"], ["__call_reducer__", "__describe_module__", "memory"])
        self.assertEqual(report["imports"], [{"module": "spacetime_10.0", "name": "bytes_sink_write", "used_by": ["describe"]}])
        self.assertEqual({one["name"] for one in report["functions"]}, {"describe", "reduce"})

    def test_the_same_input_gives_the_same_module(self):
        self.accept(GOOD)
        first = self.wasm.read_bytes()
        self.accept(GOOD)
        self.assertEqual(self.wasm.read_bytes(), first)

    def test_leaked_exports_go_and_take_their_imports_along(self):
        leaks = """(import "env" "stray" (func $stray)) (table (export "__indirect_function_table") 1 funcref)
          (func (export "_emscripten_stack_restore") (call $stray)) (global (export "__heap_base") i32 (i32.const 0))"""
        report = self.accept(leaks + GOOD)
        self.assertEqual(report["exports"], ["__call_reducer__", "__describe_module__", "memory"])
        self.assertEqual([one["module"] for one in report["imports"]], ["spacetime_10.0"])

    def test_an_empty_initialize_goes_and_another_runs_on_every_server(self):
        plain = ["__call_reducer__", "__describe_module__", "memory"]
        for idle in ('(func (export "_initialize"))', '(func $none) (func (export "_initialize") (call $none))'):
            self.assertEqual(self.accept(GOOD + idle)["exports"], plain)
        busy = '(func (export "_initialize") (i32.store (i32.const 0) (i32.const 1)))'
        exports = self.accept(GOOD + busy)["exports"]
        self.assertIn("__preinit__00_constructors", exports)
        self.assertNotIn("_initialize", exports)

    def test_a_stray_import_is_named_with_its_callers(self):
        stray = '(import "wasi_snapshot_preview1" "fd_write" (func $stray))'
        callers = "".join(f'(func $caller{at} (export "__preinit__{at}") (call $stray))' for at in range(7))
        self.refuse(
            stray + callers + GOOD,
            'stdb: module.wasm: the import "wasi_snapshot_preview1.fd_write" is not one that a SpacetimeDB server offers; '
            "it is called by caller0, caller1, caller2, caller3, caller4 and 2 more.",
        )

    def test_what_libc_calls_is_told_with_what_the_module_calls_of_libc(self):
        stray = '(import "env" "stray" (func $stray))'
        libc = "(func $inner (call $stray)) (func $middle (call $inner) (call $outer)) (func $outer (call $middle))"
        own = '(func $stdb_own (export "__preinit__x") (call $outer))'
        self.refuse(stray + libc + own + GOOD, "it is called by inner, on behalf of outer. Remove")
        self.refuse(stray + libc + own.replace("outer", "stray") + GOOD, "it is called by inner, stdb_own. Remove")

    def test_the_linker_runs_first_and_its_failure_is_told(self):
        linked = self.assemble(GOOD)
        copy = ["cp", str(linked), str(self.root / "copy.wasm")]
        self.assertEqual(self.finish(self.root / "copy.wasm", linker=copy).returncode, 0)
        fails = self.finish(linked, linker=["sh", "-c", "echo 'no such library' >&2; exit 3"])
        self.assertEqual(fails.returncode, 1)
        self.assertIn("stdb: module.wasm: it cannot be linked. The linker says:\nno such library", fails.stderr)
        self.assertFalse(self.wasm.exists())
        missing = self.finish(linked, linker=["sh", "-c", "echo 'error: undefined symbol: stdb::module' >&2; exit 1"])
        self.assertIn("no source defines stdb::module", missing.stderr)

    def test_every_problem_is_told_at_once(self):
        strays = '(import "env" "one" (func $one)) (import "env" "two" (func $two))'
        user = '(func (export "__preinit__x") (call $one) (call $two))'
        self.refuse(strays + user + GOOD, '"env.one"', '"env.two"')

    def test_a_caller_is_found_behind_every_kind_of_instruction(self):
        self.refuse(EVERY_SHAPE + GOOD, '"env.stray" is not one that a SpacetimeDB server offers; it is called by last.')

    def test_an_import_whose_address_is_taken(self):
        text = """(import "env" "stray" (func $stray)) (table 1 funcref) (elem (i32.const 0) $stray) (type $void (func))
          (func (export "__preinit__x") (call_indirect (type $void) (i32.load (i32.const 0))))"""
        self.refuse(text + GOOD, '"env.stray"', "its address is in a table of functions")

    def test_imports_that_are_no_functions(self):
        self.refuse('(import "env" "base" (global $base i32)) (func (export "__preinit__x") (i32.store (global.get $base) '
                    "(i32.const 1)))" + GOOD, '"env.base" is not one that')  # fmt: skip

    def test_an_import_of_another_type(self):
        self.refuse(
            GOOD.replace("$write (param i32 i32 i32)", "$write (param i32 i32 i64)").replace(
                "(i32.const 0) (i32.const 0))))", "(i32.const 0) (i64.const 0))))", 1
            ).replace("(i32.const 0) (i32.const 0))))", "(i32.const 0) (i64.const 0))))"),
            'the import "spacetime_10.0.bytes_sink_write" is declared as (i32, i32, i64) -> (i32), and servers offer it as '
            "(i32, i32, i32) -> (i32)",
        )

    def test_what_each_target_offers(self):
        functions = {
            4: ("datastore_index_scan_point_bsatn", "i32 i32 i32 i32", [10000], [20000, 20100, 20800]),
            5: ("datastore_clear", "i32 i32", [10000, 20000, 20100], [20200, 20401, 20800]),
            6: ("env_get", "i32 i32 i32", [10000, 20200, 20800], [21400]),
        }
        for minor, (name, parameters, refused, accepted) in functions.items():
            arguments = " ".join("(i32.const 0)" for _ in parameters.split())
            text = f"""(import "spacetime_10.{minor}" "{name}" (func $new (param {parameters}) (result i32)))
              (func $user (export "__preinit__x") (drop (call $new {arguments})))"""
            for target in refused:
                self.refuse(text + GOOD, f'"spacetime_10.{minor}.{name}" is newer than what servers of', "called by user",
                            target=target)  # fmt: skip
            for target in accepted:
                self.accept(text + GOOD, target=target)

    def test_exports_that_servers_need(self):
        self.refuse(GOOD.replace('(export "__call_reducer__")', ""), 'the export "__call_reducer__" (i32, i64,', "is missing")
        self.refuse(GOOD.replace('(memory (export "memory") 2)', "(memory 2)"), 'not exported as "memory"')
        wrong = GOOD.replace("(result i32) (i32.const 0))", "(result i64) (i64.const 0))")
        self.refuse(wrong, 'the export "__call_reducer__" is (i32, i64,', "-> (i64), and servers call it as")
        self.refuse(GOOD + '(func (export "__preinit__x") (param i32))', '"__preinit__x" is (i32) -> (), and servers call it as')

    def test_instructions_that_old_servers_do_not_know(self):
        text = GOOD + '(func (export "__preinit__x") (v128.store (i32.const 0) (v128.const i64x2 1 2)))'
        done = self.finish(self.assemble(text, features="--enable-simd"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("wasm-opt refuses the module", done.stderr)

    def test_what_is_no_wasm_file(self):
        linked = self.assemble(GOOD)
        whole = linked.read_bytes()
        for data, message in ((b"", "not a wasm file"), (b"#!/bin/sh\n", "not a wasm file"), (whole[:-5], "ends in the middle")):
            linked.write_bytes(data)
            done = self.finish(linked)
            self.assertEqual(done.returncode, 1)
            self.assertIn(message, done.stderr)
            self.assertNotIn("Traceback", done.stderr)

    def test_a_refused_module_leaves_no_older_one_behind(self):
        self.accept(GOOD)
        self.refuse('(import "env" "s" (func $s)) (func (export "__preinit__x") (call $s))' + GOOD, '"env.s"')
        self.assertEqual(list(self.wasm.parent.iterdir()), [])


if __name__ == "__main__":
    WASM_OPT, FINISH_MODULE, ABI = sys.argv[1:4]
    unittest.main(argv=sys.argv[:1])
