# tests/tool/run_test.py: `stdb run` tells what became of every call.
import os
import pathlib
import pty
import subprocess
import tempfile
import time

import tool_test

PUT_ANN = '{"reducer": "put", "args": {"id": 1, "name": "Ann"}}'
PUT_BOB = '{"reducer": "put", "args": [22, "Bob"]}'
SENDER = "c2000000000000000000000000000000000000000000000000000000000000aa"


class Text(tool_test.ToolTest):
    def test_outcomes_and_logs_in_their_order(self):
        done = self.run_calls(PUT_ANN, "", "  ", '{"reducer": "fail", "args": ["not\\nso"]}', '{"reducer": "shout"}',
                              '{"reducer": "again", "args": []}')
        self.assertEqual(done.err, "")
        self.assertEqual(done.code, 0)
        self.assertEqual(self.calls_of(done), "\n".join([
            "init: ok",
            "  info  0",
            "joined: ok",
            "  info  1",
            'put {"id":1,"name":"Ann"}: ok',
            'fail ["not\\nso"]: error: not',
            "    so",
            "shout []: ok",
            "  warn  line one",
            "        line two  (shout.c:3)",
            "again []: ok",
            "shout: ok",
            "  warn  line one",
            "        line two  (shout.c:3)",
            "left: ok",
            "  info  2",
        ]))

    def test_queries_print_rows_on_the_way(self):
        query = '{"query": "SELECT * FROM item WHERE id > 20"%s}'
        done = self.run_calls(PUT_ANN, query % "", PUT_BOB, query % "", query % f', "sender": "{SENDER}"')
        self.assertEqual((done.code, done.err), (0, ""))
        lines = self.calls_of(done).split("\n")
        none = lines.index("SELECT * FROM item WHERE id > 20: 0 rows")
        self.assertEqual(lines[none + 1], "  id  name")
        one = lines.index("SELECT * FROM item WHERE id > 20: 1 row")
        self.assertEqual(lines[one + 1:one + 3], ["  id  name", "  22  Bob"])
        self.assertEqual(lines.count("SELECT * FROM item WHERE id > 20: 1 row"), 2)
        self.assertNotIn("3 calls", done.out)
        self.assertIn("2 calls: 2 ok", done.out)

    def test_queries_that_cannot_be(self):
        done = self.run_calls(PUT_ANN, '{"query": "SELECT * FROM nothing"}', PUT_BOB)
        self.assertEqual(done.code, 2)
        self.assertIn("nothing", done.err)
        self.assertIn("1 call: 1 ok", done.out)

    def test_tables_are_aligned(self):
        done = self.run_calls(PUT_ANN, PUT_BOB, '{"reducer": "put", "args": [333, "\\u00e9\\ta\\"b\\\\"]}',
                              options=("--print", "item", "empty"))
        self.assertEqual(done.code, 0)
        item, empty = done.out.split("\n\n")[1:3]
        self.assertEqual(item.split("\n"), [
            "item (3 rows)",
            "   id  name",
            "    1  Ann",
            "   22  Bob",
            '  333  \u00e9\\ta"b\\',
        ])
        self.assertEqual(empty.split("\n"), ["empty (0 rows)", "  id"])

    def test_the_summary(self):
        done = self.run_calls(PUT_ANN, '{"reducer": "fail", "args": [""]}')
        lines = done.out.split("\n\n")[-1].splitlines()
        self.assertRegex(lines[0], r"^2 calls: 1 ok, 1 error, 0 traps; [\d,]+ fuel$")
        self.assertRegex(lines[1], r"sample\.wasm: [\d,]+ bytes, 6 imports$")
        self.assertEqual(lines[2], "  spacetime_10.0.bytes_sink_write")

    def test_a_trap(self):
        done = self.run_calls('{"reducer": "trap"}', PUT_ANN, options=("--print", "item"))
        self.assertEqual(done.code, 1)
        self.assertIn("trap []: trapped: the module trapped (unreachable)\n    in fall\n", done.out)
        self.assertIn("item (1 row)\n", done.out)

    def test_fuel_runs_out(self):
        done = self.run_calls('{"reducer": "spin"}', PUT_ANN, options=("--fuel", "1000000"))
        self.assertEqual(done.code, 1)
        self.assertIn("spin []: trapped: out of fuel: the call ran too long\n", done.out)
        self.assertIn('put {"id":1,"name":"Ann"}: ok\n', done.out)

    def test_without_calls(self):
        done = self.stdb("run", self.module("sample"), "--print", "empty")
        self.assertEqual(done.code, 0)
        self.assertEqual(self.calls_of(done), "init: ok\n  info  0")

    def test_senders_connect_once_each(self):
        other = '{"reducer": "put", "args": [1, "x"], "sender": "%s", "at": "2026-01-31T12:00:00Z"}' % SENDER
        done = self.run_calls(PUT_BOB, other, other, PUT_BOB)
        self.assertEqual(done.out.count("joined: ok"), 2)
        self.assertEqual(done.out.count("left: ok"), 2)
        self.assertLess(done.out.index("joined: ok"), done.out.index("put [22"))

    def test_refused_senders(self):
        done = self.run_calls(PUT_ANN, PUT_BOB, module="refusing")
        self.assertEqual(done.code, 0)
        self.assertEqual(self.calls_of(done), "\n".join([
            "init: ok",
            "joined: error: go off",
            'put {"id":1,"name":"Ann"}: not made, client_connected refused the sender: go off',
            'put [22,"Bob"]: not made, client_connected refused the sender: go off',
        ]))

    def test_long_arguments_are_shortened(self):
        done = self.run_calls('{"reducer": "put", "args": [1, "%s"]}' % ("\u00e9" * 300))
        line = next(line for line in done.out.splitlines() if line.startswith("put"))
        self.assertTrue(line.endswith("...: ok"), line)
        self.assertLess(len(line), 120)

    def test_no_module_steers_the_terminal(self):
        done = self.run_calls('{"reducer": "fail", "args": ["\\u001b[2J\\u009b\\r"]}',
                              '{"reducer": "put", "args": [1, "\\u001b[2J\\u009b"]}', options=("--print", "item"))
        self.assertEqual(done.code, 0)
        self.assertIn("error: \\x1b[2J\\x9b\\x0d\n", done.out)
        self.assertIn("  1  \\u001b[2J\\x9b\n", done.out)
        self.assertFalse(set(done.out) & {"\x1b", "\x9b", "\r"})

    def test_a_file_of_calls(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "calls.jsonl"
            path.write_bytes(b"\xef\xbb\xbf" + PUT_ANN.encode() + b"\r\n\r\n" + PUT_BOB.encode())
            done = self.stdb("run", self.module("sample"), "--calls", path, "--print", "item")
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertIn("item (2 rows)\n", done.out)

    def test_data_goes_on_from_run_to_run(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "items.stdb"
            done = self.run_calls(PUT_ANN, options=("--data", path, "--print", "item"))
            self.assertEqual((done.code, done.err), (0, ""))
            self.assertIn("item (1 row)\n", done.out)
            saved = path.read_bytes()
            done = self.run_calls(PUT_BOB, options=("--data", path, "--print", "item"))
            self.assertEqual((done.code, done.err), (0, ""))
            self.assertIn("item (2 rows)\n", done.out)
            self.assertNotEqual(path.read_bytes(), saved)
            self.assertEqual([file.name for file in path.parent.iterdir()], ["items.stdb"])

            done = self.run_calls(module="functions", options=("--data", path))
            self.assertEqual(done.code, 2)
            self.assertIn("requires a manual migration", done.err)
            path.write_bytes(saved[:-1])
            done = self.run_calls(PUT_ANN, options=("--data", path))
            self.assertEqual(done.code, 2)
            self.assertIn(f"{path}: this is no snapshot that can be restored: its bytes are not those that were written",
                          done.err)
            self.assertEqual(path.read_bytes(), saved[:-1], "what is damaged is left as it is")
            done = self.run_calls(PUT_ANN, options=("--data", pathlib.Path(folder) / "nowhere" / "x"))
            self.assertEqual(done.code, 2)
            self.assertIn("--data: ", done.err)

    def test_an_older_server(self):
        done = self.run_calls(PUT_ANN, options=("--server", "1.2"))
        self.assertEqual(done.code, 0)
        done = self.stdb("run", self.module("v10"), "--server", "1.2")
        self.assertEqual(done.code, 2)
        self.assertIn("build the module for target 1", done.err)


class Functions(tool_test.ToolTest):
    def run_functions(self, *lines: str, options: tuple = ()) -> tool_test.Done:
        done = self.run_calls(*lines, module="functions", options=options)
        return done

    def test_procedures_tell_what_they_return(self):
        done = self.run_functions('{"procedure": "ask", "args": ["why\\n\\u001b"]}', '{"procedure": "rest"}')
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.calls_of(done), "\n".join([
            r'ask ["why\n\u001b"]: ok, "why\n\u001b"',
            "rest []: ok",
        ]))

    def test_a_procedure_that_traps(self):
        row = '{"procedure": "work", "args": [[1, {"Time": [0]}, ""]]}'
        done = self.run_functions(row)
        self.assertEqual(done.code, 1)
        self.assertIn(": trapped: the module trapped (unreachable)\n    in ", done.out)

    def test_views_show_rows_or_a_query(self):
        done = self.run_functions('{"view": "mine"}', '{"view": "all"}', '{"view": "chosen"}')
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.calls_of(done), "\n".join([
            "mine: ok, 1 row",
            "  id  text",
            "   7  seven",
            "all: ok, 0 rows",
            "  id  text",
            "chosen: ok, 0 rows of SELECT * FROM item",
            "  id  text",
        ]))

    def test_requests(self):
        done = self.run_functions('{"request": "GET /greet?x=1"}',
                                  '{"request": "POST /echo", "headers": {"a": "b"}, "body": {"x": [1]}}',
                                  '{"request": "/echo", "body": "\\u001b"}', '{"request": "GET /nowhere"}')
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.calls_of(done), "\n".join([
            "GET /greet?x=1: 200",
            "  content-type: text/plain",
            "    hello",
            "    you",
            "POST /echo: 200",
            "  content-type: text/plain",
            '    {"x":[1]}',
            "/echo: 200",
            "  content-type: text/plain",
            "    \\x1b",
            "GET /nowhere: 404",
            "    Database has not registered a handler for this route",
        ]))

    def test_time_passes_when_it_is_told_to(self):
        at = '"at": "2026-01-31T12:00:00Z"'
        done = self.run_functions('{"reducer": "act", %s}' % at, '{"advance": "9999ms"}', '{"advance": "1ms"}',
                                  '{"procedure": "rest"}', '{"advance": "1m1s"}', options=("--print", "timer"))
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(self.calls_of(done), "\n".join([
            "act []: ok",
            "advance 9999ms: 2026-01-31T12:00:09.999Z",
            "tick: ok",
            "  info  tick",
            "advance 1ms: 2026-01-31T12:00:10Z",
            "tick: ok",  # while rest slept
            "  info  tick",
            "tick: ok",
            "  info  tick",
            "rest []: ok",
            *["tick: ok", "  info  tick"] * 6,
            "advance 1m1s: 2026-01-31T12:01:36Z",
        ]))
        self.assertIn("timer (1 row)\n", done.out)

    def test_as_json(self):
        done = self.run_functions('{"procedure": "ask", "args": ["a"]}', '{"view": "mine"}', '{"view": "chosen"}',
                                  '{"request": "GET /greet"}', '{"request": "GET /no"}',
                                  '{"reducer": "act", "at": 1000000}', '{"advance": "10s"}', options=("--json",))
        self.assertEqual(done.code, 0, done.err)
        objects = done.objects()[:-1]
        for item in objects:
            item.pop("fuel", None)
        self.assertEqual(objects, [
            {"type": "call", "line": 1, "procedure": "ask", "outcome": "ok", "value": "a"},
            {"type": "call", "line": 2, "view": "mine", "outcome": "ok", "rows": [{"id": 7, "text": "seven"}]},
            {"type": "call", "line": 3, "view": "chosen", "outcome": "ok", "query": "SELECT * FROM item", "rows": []},
            {"type": "call", "line": 4, "request": "GET /greet", "outcome": "ok", "code": 200,
             "headers": [["content-type", "text/plain"]], "body": "hello\nyou"},
            {"type": "call", "line": 5, "request": "GET /no", "outcome": "ok", "code": 404, "headers": [],
             "body": "Database has not registered a handler for this route"},
            {"type": "call", "line": 6, "reducer": "act", "outcome": "ok"},
            {"type": "lifecycle", "reducer": "tick", "outcome": "ok"},
            {"type": "log", "level": "info", "message": "tick"},
            {"type": "advance", "line": 7, "by": "10s", "now": 11_000_000, "cut_off": False},
        ])
        self.assertEqual(done.objects()[-1]["calls"], 6)

    def test_the_environment(self):
        done = self.run_functions('{"view": "all"}', options=("--env", "MODE=slow", "--env", "OTHER=a=b"))
        self.assertEqual(done.code, 0, done.err)
        done = self.stdb("run", self.module("functions"), "--env", "MODE=medium")
        self.assertEqual((done.code, done.out), (2, ""))
        self.assertEqual(done.err, f"stdb: {self.module('functions')}: environment key \"MODE\": value does not satisfy "
                                   "its declared string constraint\n")


class Json(tool_test.ToolTest):
    def test_an_object_for_everything(self):
        done = self.run_calls(PUT_ANN, '{"reducer": "fail", "args": ["no"]}', '{"reducer": "shout"}',
                              '{"reducer": "trap"}', options=("--json", "--print", "item"))
        self.assertEqual(done.code, 1)
        objects = done.objects()
        fuels = [item.pop("fuel") for item in objects if item["type"] in ("call", "lifecycle")]
        self.assertTrue(all(fuel > 0 for fuel in fuels))
        self.assertEqual(objects[:-1], [
            {"type": "lifecycle", "reducer": "init", "outcome": "ok"},
            {"type": "log", "level": "info", "message": "0"},
            {"type": "lifecycle", "reducer": "joined", "outcome": "ok"},
            {"type": "log", "level": "info", "message": "1"},
            {"type": "call", "line": 1, "reducer": "put", "outcome": "ok"},
            {"type": "call", "line": 2, "reducer": "fail", "outcome": "error", "error": "no"},
            {"type": "call", "line": 3, "reducer": "shout", "outcome": "ok"},
            {"type": "log", "line": 3, "level": "warn", "message": "line one\nline two", "filename": "shout.c",
             "line_number": 3},
            {"type": "call", "line": 4, "reducer": "trap", "outcome": "trap",
             "error": "The instance encountered a fatal error.", "reason": "the module trapped (unreachable)",
             "frames": ["fall", "function 7"], "out_of_fuel": False},
            {"type": "lifecycle", "reducer": "left", "outcome": "ok"},
            {"type": "log", "level": "info", "message": "2"},
            {"type": "table", "table": "item", "rows": 1},
            {"type": "row", "table": "item", "row": {"id": 1, "name": "Ann"}},
        ])
        summary = objects[-1]
        self.assertEqual(summary["type"], "summary")
        self.assertEqual((summary["calls"], summary["ok"], summary["errors"], summary["traps"]), (4, 2, 1, 1))
        self.assertEqual(summary["module_bytes"], self.module("sample").stat().st_size)

    def test_queries(self):
        done = self.run_calls(PUT_ANN, '{"query": "SELECT * FROM item"}', options=("--json",))
        told = next(item for item in done.objects() if item["type"] == "query")
        self.assertEqual(told, {"type": "query", "line": 2, "query": "SELECT * FROM item",
                                "rows": [{"id": 1, "name": "Ann"}]})

    def test_refused_calls(self):
        done = self.run_calls(PUT_ANN, module="refusing", options=("--json",))
        call = next(item for item in done.objects() if item["type"] == "call")
        self.assertEqual(call, {"type": "call", "line": 1, "reducer": "put", "outcome": "refused", "error": "go off",
                                "fuel": 0})

    def test_fuel_is_the_same_every_time(self):
        lines = [PUT_ANN, PUT_BOB, '{"reducer": "shout"}'] * 5
        first = self.run_calls(*lines, options=("--json",))
        self.assertEqual(first.out, self.run_calls(*lines, options=("--json",)).out)


class Streams(tool_test.ToolTest):
    def start(self, *options, **streams) -> subprocess.Popen:
        return subprocess.Popen([str(self.tool), "run", str(self.module("sample")), "--calls", "-", *options], **streams)

    def test_each_line_is_answered_as_it_comes(self):
        with self.start(stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            process.stdin.write(PUT_ANN + "\n")
            process.stdin.flush()
            seen = [process.stdout.readline() for _ in range(5)]
            self.assertEqual(seen[-1], 'put {"id":1,"name":"Ann"}: ok\n')
            process.stdin.close()
            process.stdout.read()
            self.assertEqual(process.wait(), 0)

    def test_a_reader_that_goes_away(self):
        calls = (PUT_BOB + "\n") * 200_000
        with self.start(stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.close()
            try:
                process.stdin.write(calls.encode())
                process.stdin.close()
            except BrokenPipeError:
                pass
            self.assertEqual(process.stderr.read(), b"")
            self.assertEqual(process.wait(), 2)

    def test_progress_is_for_terminals(self):
        terminal, other_end = pty.openpty()
        with self.start(stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=other_end) as process:
            os.close(other_end)
            for _ in range(3):  # slower than the line is drawn anew
                process.stdin.write((PUT_BOB + "\n").encode())
                process.stdin.flush()
                time.sleep(0.4)
            process.stdin.close()
            seen = b""
            try:
                while chunk := os.read(terminal, 4096):
                    seen += chunk
            except OSError:  # the other end is closed
                pass
            self.assertEqual(process.wait(), 0)
        os.close(terminal)
        self.assertRegex(seen.decode(), r"[\d,]+ calls, [\d,]+ a second")
        self.assertTrue(seen.endswith(b"\r\x1b[K"), "the line is cleared at the end")


if __name__ == "__main__":
    tool_test.main()
