# tests/tool/misuse_test.py: every misuse of the tool is one clear line and exit code 2; what came before it stands.
import pathlib
import subprocess
import tempfile

import tool_test

PUT_ANN = '{"reducer": "put", "args": {"id": 1, "name": "Ann"}}'
USAGE = " (stdb --help and stdb COMMAND --help say more)"


class CallLines(tool_test.ToolTest):
    def refused(self, line: str) -> str:
        """The complaint about a line that follows a good one and is followed by another."""
        done = self.run_calls(PUT_ANN, "", line, '{"reducer": "put", "args": [2, "late"]}', options=("--print", "item"))
        self.assertEqual(done.code, 2, done.err)
        self.assertIn("item (1 row)\n", done.out, "what came before stands, and nothing after is done")
        self.assertIn("\n1 call: 1 ok, 0 errors, 0 traps", done.out)
        self.assertEqual(done.err.count("\n"), 1, done.err)
        start = "stdb: stdin:3: "
        self.assertTrue(done.err.startswith(start), done.err)
        return done.err[len(start):-1]

    def test_broken_json(self):
        self.assertEqual(self.refused('{"reducer": "put"'), "not JSON: the text ends too early (column 18)")
        self.assertRegex(self.refused("put 1 2"), r"^not JSON: .* \(column \d+\)$")
        self.assertEqual(self.refused('{"reducer": "put"} {}'),
                         "not JSON: something follows after the end of the value (column 20)")
        self.assertEqual(self.refused('{"reducer": "put", "reducer": "put"}'),
                         'not JSON: the key "reducer" stands twice (column 28)')

    def test_lines_that_are_no_calls(self):
        self.assertEqual(self.refused("[1]"), 'a call is an object, such as {"reducer": "add", "args": [1, 2]}')
        self.assertEqual(self.refused("{}"), "nothing is called: one of the keys reducer, procedure, view, request, "
                                             "query and advance is missing")
        self.assertEqual(self.refused('{"reducer": "shout", "arg": []}'), 'unknown key "arg"; did you mean "args"?')
        self.assertEqual(self.refused('{"reducer": 5}'), '"reducer" must be the name of a reducer, in quotes')
        self.assertEqual(self.refused('{"reducer": "shout", "args": 5}'),
                         '"args" must be an object of the arguments by name, or an array of them by position')
        self.assertEqual(self.refused('{"reducer": "shout", "sender": "me"}'),
                         '"sender" must be an identity: 64 hexadecimal digits, in quotes')
        self.assertEqual(self.refused('{"reducer": "shout", "at": "soon"}'),
                         '"at" must be a time such as "2026-01-31T12:00:00Z", or microseconds since 1970 as a number')

    def test_lines_that_call_too_much(self):
        self.assertEqual(self.refused('{"reducer": "shout", "view": "x"}'),
                         'a line calls one thing: "view" stands beside what it calls already')
        self.assertEqual(self.refused('{"reducer": "shout", "body": "x"}'), '"body" has no meaning for what this line calls')
        self.assertEqual(self.refused('{"args": [], "request": "GET /x"}'), '"args" has no meaning for a request')
        self.assertEqual(self.refused('{"advance": "1s", "at": 5}'), '"at" has no meaning for "advance"')

    def test_queries(self):
        self.assertEqual(self.refused('{"query": 5}'), '"query" must be SQL such as "SELECT * FROM person"')
        self.assertEqual(self.refused('{"query": "SELECT * FROM item", "args": []}'), '"args" has no meaning for a query')
        self.assertEqual(self.refused('{"query": "SELECT * FROM item", "view": "x"}'),
                         'a line calls one thing: "view" stands beside what it calls already')

    def test_what_else_can_be_called(self):
        self.assertEqual(self.refused('{"procedure": 5}'), '"procedure" must be the name of a procedure, in quotes')
        self.assertEqual(self.refused('{"procedure": "x"}'), 'no such procedure: "x"; there are none')
        self.assertEqual(self.refused('{"view": "x"}'), 'no such view: "x"; there are none')
        for request in ("greet", "GET greet", "get /greet", "GET  /greet", "GET /a b"):
            self.assertEqual(self.refused('{"request": "%s"}' % request),
                             '"request" must be a method and a path such as "GET /greet"')
        self.assertEqual(self.refused('{"request": "GET /", "headers": {"a": 1}}'),
                         '"headers" must be an object of texts, such as {"content-type": "text/plain"}')
        self.assertEqual(self.refused('{"reducer": "shout", "claims": "x"}'),
                         '"claims" must be an object, such as {"sub": "ann"}')
        for time in ('""', '"10"', '"s"', '"10 s"', '"-1s"', '"1.5s"', '"5000000000s"', '"404044448d"', '"1w"', "10"):
            self.assertEqual(self.refused('{"advance": %s}' % time),
                             '"advance" must be a length of time such as "10s", "1h30m" or "250ms"')

    def test_reducers(self):
        self.assertEqual(self.refused('{"reducer": "puts"}'), 'no such reducer: "puts"; did you mean "put"?')
        self.assertEqual(self.refused('{"reducer": "xyzzy"}'),
                         'no such reducer: "xyzzy"; there are: put, fail, trap, spin, shout, again')
        self.assertEqual(self.refused('{"reducer": "init"}'),
                         'reducer "init" is run by the database itself (as init) and cannot be called')

    def test_arguments(self):
        start = "invalid arguments for reducer put(id: u32, name: String): "
        self.assertEqual(self.refused('{"reducer": "put"}'), start + "expected 2 values for (id: u32, name: String), found 0")
        self.assertEqual(self.refused('{"reducer": "put", "args": {"id": 1}}'), start + '"name" (String) is missing')
        self.assertEqual(self.refused('{"reducer": "put", "args": {"id": 1, "name": "x", "age": 1}}'),
                         start + 'unknown name "age"; the names are those of (id: u32, name: String)')
        self.assertEqual(self.refused('{"reducer": "put", "args": [1, "x", 2]}'),
                         start + "expected 2 values for (id: u32, name: String), found 3")
        self.assertEqual(self.refused('{"reducer": "put", "args": [-1, "x"]}'),
                         start + "argument id: expected u32 (0 to 4294967295), found -1")
        self.assertEqual(self.refused('{"reducer": "put", "args": [1, null]}'),
                         start + "argument name: expected a string, found null")

    def test_the_json_report_is_cut_off_alike(self):
        done = self.run_calls(PUT_ANN, "nonsense", options=("--json",))
        self.assertEqual(done.code, 2)
        self.assertEqual([item["type"] for item in done.objects()],
                         ["lifecycle", "log", "lifecycle", "log", "call", "lifecycle", "log", "summary"])

    def test_the_file_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "calls.jsonl"
            path.write_text("\n\n[]\n", encoding="utf-8")
            done = self.stdb("run", self.module("sample"), "--calls", path)
            self.assertEqual(done.err, f'stdb: {path}:3: a call is an object, such as {{"reducer": "add", "args": [1, 2]}}\n')

    def test_bytes_that_are_no_text(self):
        done = self.stdb("run", self.module("sample"), "--calls", "-", given=b'{"reducer": "\xff"}\n')
        self.assertEqual(done.code, 2)
        self.assertRegex(done.err, r"^stdb: stdin:1: not JSON: .* \(column \d+\)\n$")
        done = self.stdb("run", self.module("sample"), "--calls", "-", given=b"\0\n")
        self.assertEqual(done.code, 2)
        self.assertRegex(done.err, r"^stdb: stdin:1: not JSON: ")

    def test_a_line_without_end(self):
        done = self.stdb("run", self.module("sample"), "--calls", "-", given=b" " * ((64 << 20) + (1 << 17)))
        self.assertEqual((done.code, done.err), (2, "stdb: stdin:1: the line is longer than 64 MiB\n"))


class Modules(tool_test.ToolTest):
    def refused(self, path, code: int = 2, options: tuple = ()) -> str:
        done = self.stdb("run", path, *options)
        self.assertEqual((done.code, done.out), (code, ""))
        self.assertEqual(done.err.count("\n"), 1, done.err)
        start = f"stdb: {path}: "
        self.assertTrue(done.err.startswith(start), done.err)
        return done.err[len(start):-1]

    def test_files(self):
        self.assertEqual(self.refused("no-such.wasm"), "No such file or directory")
        self.assertEqual(self.refused(self.modules), "Is a directory")
        self.assertEqual(self.refused(__file__), "not a wasm module: it does not begin with the bytes 00 61 73 6d")

    def test_modules(self):
        self.assertEqual(self.refused(self.module("wasi")),
                         "unknown import: `wasi_snapshot_preview1::proc_exit` has not been defined: no SpacetimeDB host has it")
        self.assertEqual(self.refused(self.module("reserved")),
                         "Errors occurred: Table name is reserved for system use: st_item; "
                         "Table name is reserved for system use: st_empty")
        self.assertEqual(self.refused(self.module("trapping_init"), code=1),
                         "the init reducer trapped: the module trapped (unreachable)")
        self.assertEqual(self.refused(self.module("sample"), code=1, options=("--memory", "65536"))[:37],
                         "the module could not be instantiated:")

    def test_a_damaged_module(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "damaged.wasm"
            path.write_bytes(self.module("sample").read_bytes()[:200])
            self.assertTrue(self.refused(path).startswith("not a valid wasm module: "))


class CommandLines(tool_test.ToolTest):
    def refused(self, *arguments) -> str:
        done = self.stdb(*arguments)
        self.assertEqual((done.code, done.out), (2, ""), done)
        self.assertEqual(done.err.count("\n"), 1, done.err)
        self.assertTrue(done.err.startswith("stdb: "), done.err)
        return done.err[len("stdb: "):-1]

    def test_words(self):
        self.assertEqual(self.refused(), "A subcommand is required" + USAGE)
        self.assertEqual(self.refused("run"), "MODULE is required" + USAGE)
        self.assertEqual(self.refused("sise", "x"), 'no such command: "sise"; did you mean "size"?')
        self.assertEqual(self.refused("walk"), 'no such command: "walk"; there are: run, describe, size')
        self.assertEqual(self.refused("run", self.module("sample"), "--cals", "x"),
                         "The following arguments were not expected: x --cals" + USAGE)
        self.assertRegex(self.refused("run", self.module("sample"), "--calls"), r"^--calls: 1 required [A-Z]+ missing")
        for version in ("0", "3", "2.8", ""):
            self.assertIn("--server", self.refused("run", self.module("sample"), "--server", version))
        self.assertIn("--fuel", self.refused("run", self.module("sample"), "--fuel", "much"))
        self.assertIn("--env: expected NAME=VALUE, found MODE", self.refused("run", self.module("sample"), "--env", "MODE"))

    def test_tables_to_print(self):
        done = self.run_calls(PUT_ANN, options=("--print", "items"))
        self.assertEqual(done.code, 2)
        self.assertEqual(done.err, 'stdb: --print: no such table: "items"; did you mean "item"?\n')
        self.assertNotIn("put", done.out, "nothing is called")

    def test_files_of_calls(self):
        done = self.stdb("run", self.module("sample"), "--calls", "no-such.jsonl")
        self.assertEqual((done.code, done.err), (2, "stdb: --calls: no-such.jsonl: No such file or directory\n"))
        done = self.stdb("run", self.module("sample"), "--calls", self.modules)
        self.assertEqual((done.code, done.err), (2, f"stdb: {self.modules}:1: Is a directory\n"))

    def test_help_and_version(self):
        done = self.stdb("--version")
        self.assertEqual((done.code, done.out), (0, f"stdb {self.version}\n"))
        for command in ("--help", "run --help", "describe --help", "size --help"):
            done = self.stdb(*command.split())
            self.assertEqual((done.code, done.err), (0, ""))
            self.assertIn("stdb", done.out)
        self.assertIn('{"reducer": "add", "args": {"name": "Ann", "age": 30}}', self.stdb("run", "--help").out)

    def test_output_that_cannot_be_written(self):
        for arguments in (["run"], ["describe"], ["size"], ["describe", "--json"], ["size", "--json"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([str(self.tool), *arguments, str(self.module("sample"))], stdout=full, check=False)
            self.assertEqual(done.returncode, 2, arguments)


if __name__ == "__main__":
    tool_test.main()
