# tests/server/script_run.py: a script at work on one database of one server.
import json
import time
import unittest

import embedded_front
import http_client
import patterns
import probe_module
import script
from readable import Typed, readable

# How long `scheduled` and `received` wait unless they say otherwise, and how often is looked.
SCHEDULE_SECONDS, RECEIVE_SECONDS, BETWEEN_LOOKS = 10, 5, 0.1
# A procedure that traps; a reducer's failures have a status of their own.
PROCEDURE_FAILED = 500
# So that a request looks like one of a browser, and not like one of Python.
USUAL_HEADERS = {"User-Agent": "modules-test"}


class Run:
    """`server` is one of servers.py."""

    def __init__(self, test: unittest.TestCase, server, module: bytes, lines: list[script.Line], peer_address: str):
        self.test = test
        self.server = server
        self.module = module
        self.lines = lines
        self.owner = server.database("")
        self.callers = {"": self.owner}
        self.subscriptions = {}
        self.fuel: list[tuple[script.Line, float]] = []  # of the calls whose fuel is told
        self.left_out: str | None = None                 # what the server cannot do, which ended the script
        self.passed_over: list[script.Line] = []         # what of subscriptions it cannot do, which changes no rows
        self.published = None
        self.publish_first(lines[0] if lines else None)
        database = json.loads(self.published.text)["Success"]["database_identity"]
        self.words = patterns.Words(
            {"host": server.address, "peer": peer_address, "name": server.name, "database": self._identity_text(database)},
            lambda name: self.caller(name).identity)
        self.description = server.describe(self.owner)

    def run_all(self) -> None:
        for line in self.lines:
            if line.subject == "first" and line.verb == "publish":
                continue
            if line.verb in ("subscribe", "received") and not self.server.subscribes:
                self.passed_over.append(line)
                continue
            try:
                self.run(line)
            except embedded_front.NotHere as error:
                self.left_out = f"{line} and what follows: {error}"
                return
            except Exception as error:
                raise AssertionError(f"{line}: {error}") from error
        for table in sorted(self.description.tables.keys() - script.tables_at_the_end(self.lines)):
            rows = self.select(f'SELECT * FROM "{table}"', "")
            self.test.assertEqual(rows, [], f"no line compares {table} at the end, so it must be empty")

    @staticmethod
    def _identity_text(identity) -> str:
        """Hexadecimal digits; 1.2.0 writes the identity of a database as an object."""
        return (identity if isinstance(identity, str) else identity["__identity__"]).removeprefix("0x")

    def caller(self, name: str):
        if name not in self.callers:
            self.callers[name] = self.server.database(name)
        return self.callers[name]

    def publish_first(self, line: script.Line | None) -> None:
        """With an environment, which a server takes only with a module that replaces another: in place of an empty one."""
        if line and line.verb == "publish" and line.subject == "first":
            empty = self.owner.publish(probe_module.of_nothing())
            self.test.assertEqual(empty.status, 200, empty.text)
            self.do_publish("first", line.words)
        else:
            self.publish("")

    def publish(self, query: str) -> None:
        self.published = self.owner.publish(self.module, query)
        self.test.assertEqual(self.published.status, 200, self.published.text)

    def run(self, line: script.Line) -> None:
        self.line = line
        getattr(self, f"do_{line.verb}")(line.subject, line.words)

    def do_call(self, function: str, words: dict) -> None:
        caller = self.caller(words.get("as", ""))
        answer = caller.call(function, self.words.filled(words.get("args", [])))
        self.note_fuel(function, answer)
        if "status" in words:
            self.test.assertEqual(answer.status, words["status"], answer.text)
            return
        if "error" in words:
            self.test.assertIn(answer.status, (http_client.REDUCER_FAILED, PROCEDURE_FAILED), answer.text)
            self.expect(words["error"], answer.text, "the error")
            return
        self.test.assertEqual(answer.status, 200, answer.text)
        if function in self.description.procedures:
            value = readable(json.loads(answer.text), self.description.procedures[function])
            # A procedure that returns nothing has nothing to be said of it.
            self.expect(words.get("returns", []), value, "what it returns")
        elif "returns" in words:
            self.test.fail("only procedures return something")

    def note_fuel(self, function: str, answer: http_client.Answer) -> None:
        fuel = self.server.fuel(answer)
        if fuel is not None and function not in self.description.procedures:
            self.fuel.append((self.line, fuel))

    def expect(self, pattern, value, what: str) -> None:
        if not self.words.like(pattern, value):
            self.test.fail(f"{what} is {json.dumps(value)}, and not {json.dumps(pattern)}")

    def wait(self, seconds: float, problem) -> None:
        """Until `problem()` is None, which it must be at last."""
        deadline = time.monotonic() + seconds
        while (found := problem()) is not None:
            if time.monotonic() >= deadline:
                self.test.fail(found)
            time.sleep(BETWEEN_LOOKS)

    def select(self, statement: str, caller: str) -> list:
        result = self.caller(caller).sql(statement)
        # The types of columns may name types of the module; those of a submodule are its own.
        row = Typed({"Product": result["schema"]}, self.refs_for(statement))
        return [readable(one, row) for one in result["rows"]]

    def refs_for(self, statement: str) -> list[dict]:
        known = {**self.description.tables, **self.description.views}
        named = [typed.refs for name, typed in known.items() if f'"{name}"' in statement]
        return named[0] if named else next((typed.refs for typed in known.values()), [])

    def compare(self, statement: str, words: dict, seconds: float) -> None:
        def problem() -> str | None:
            return self.words.rows_differ(words["rows"], self.select(statement, words.get("as", "")))
        if "rows" in words:
            self.wait(seconds, problem)

    def do_table(self, name: str, words: dict) -> None:
        if name not in self.description.tables and name not in self.description.views:
            self.test.fail(f"the module has no {name}")
        where = f" WHERE {words['where']}" if "where" in words else ""
        self.compare(f'SELECT * FROM "{name}"{where}', words, words.get("within", 0))

    do_view = do_table

    def do_sql(self, statement: str, words: dict) -> None:
        statement = self.words.in_sql(statement)
        if "rows" in words:
            self.compare(statement, words, words.get("within", 0))
        else:
            self.caller(words.get("as", "")).sql(statement)

    def do_http(self, request: str, words: dict) -> None:
        method, _, path = request.partition(" ")
        body = self.words.filled(words["body"]) if "body" in words else None
        headers = {**USUAL_HEADERS, **self.words.filled(words.get("headers", {}))}
        answer = self.owner.route(method, path, body, headers)
        self.test.assertEqual(answer.status, words.get("status", 200), answer.text)
        if "answer" in words:
            self.expect(words["answer"], answer.text, "the answer")
        for name, expected in words.get("answer_headers", {}).items():
            values = [value for other, value in answer.headers if other.lower() == name.lower()]
            self.expect(expected if isinstance(expected, list) else [expected], values, f"header {name}")

    def do_scheduled(self, function: str, words: dict) -> None:
        if function not in self.description.scheduled:
            self.test.fail(f"no table's rows call {function}")
        seconds = words.get("within", SCHEDULE_SECONDS)
        if "log" in words:
            self.do_log(words["log"], {"within": seconds})
        elif "table" in words and "rows" in words:
            self.do_table(words["table"], {"rows": words["rows"], "within": seconds})
        else:
            self.test.fail("`scheduled` needs what is seen of it: a `log`, or a `table` with its `rows`")

    def do_log(self, text: str, words: dict) -> None:
        level = words.get("level", "").lower()

        def problem() -> str | None:
            lines = self.owner.logs()
            if any(text in line.message and level in ("", line.level.lower()) for line in lines):
                return None
            return f"not in the log: {text!r}; its last lines: {[line.message for line in lines[-5:]]}"
        self.wait(words.get("within", 0), problem)

    def do_publish(self, which: str, words: dict) -> None:
        environment = json.dumps(words["environment"]) if "environment" in words else None
        # An empty module has no clients that could break.
        policy = "BreakClients" if which == "first" else None
        options = {"clear": "true" if words.get("clear") else None, "environment": environment, "policy": policy}
        self.publish(http_client.query({name: value for name, value in options.items() if value}))

    def do_subscribe(self, query: str, words: dict) -> None:
        subscription = self.server.subscribe(self.caller(words.get("as", "")), query)
        self.subscriptions[words.get("into", "")] = subscription

    def do_received(self, name: str, words: dict) -> None:
        subscription = self.subscriptions[name]

        def made_readable(rows: list[tuple[str, list]]) -> list:
            return [readable(row, self.description.row_type(table)) for table, row in rows]

        def problem() -> str | None:
            inserts, deletes = (made_readable(rows) for rows in subscription.seen())
            for what, rows in (("inserts", inserts), ("deletes", deletes)):
                difference = self.words.rows_differ(words.get(what, []), rows)
                if difference:
                    return f"{what}: {difference}"
            return None
        self.wait(words.get("within", RECEIVE_SECONDS), problem)
        subscription.forget()
