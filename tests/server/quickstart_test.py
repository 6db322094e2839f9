# tests/server/quickstart_test.py: quickstart does the same on a real host as in the embedded one.
# Usage: quickstart_test.py engine|standalone MODULE.wasm STDB_TOOL
import pathlib
import sys

import differential
import embedded_host
import http_client
import server_test

HERE = pathlib.Path(__file__).resolve().parent
DEMO_CALLS = HERE.parent.parent / "demos" / "quickstart" / "calls.jsonl"
TABLES = ["person"]
# A real host may leave out numbers of a sequence; seen in one run of four with 1,500 rows, never in one with a few.
ATTEMPTS = 5

# A row larger than the 32 KiB that a host hands out at once, between two small ones.
LARGE_ROW_CALLS = [
    {"reducer": "add", "args": ["before", 20]},
    {"reducer": "add", "args": ["x" * 40000, 21]},
    {"reducer": "add", "args": ["after", 22]},
    {"reducer": "say_hello", "args": []},
    {"reducer": "remove_younger_than", "args": [22]},
    {"reducer": "say_hello", "args": []},
]

# Many rows, over several chunks.
MANY_ROWS_CALLS = [
    *({"reducer": "add", "args": [f"person number {number}", number % 100]} for number in range(1500)),
    {"reducer": "say_hello", "args": []},
    {"reducer": "remove_younger_than", "args": [50]},
    {"reducer": "say_hello", "args": []},
]


class QuickstartTest(server_test.ServerTest):
    module = pathlib.Path()
    tool = pathlib.Path()

    def publish(self, attempt: int = 0) -> http_client.Database:
        name = f"quickstart-{self._testMethodName.replace('_', '-')}-{attempt}"
        database = http_client.Database(self.address, name)
        published = database.publish(self.module.read_bytes())
        self.assertEqual(published.status, 200, published.text)
        return database

    def compare(self, calls: list[dict]) -> differential.Run:
        for attempt in range(ATTEMPTS):
            hosts = differential.Hosts(self.host, self.publish(attempt), self.tool)
            try:
                return differential.compare(self, hosts, self.module, calls, TABLES)
            except differential.NumbersSkipped:
                print("\n  the real host left out numbers of its sequence; once more", flush=True)
        self.fail(f"the real host left out numbers {ATTEMPTS} times in a row")

    def test_its_own_calls(self):
        real = self.compare(differential.read_calls(DEMO_CALLS))
        self.assertIn("name is empty", real.outcomes)
        self.assertIn(differential.OK, real.outcomes)
        self.assertTrue(real.logs)

    def test_edge_cases(self):
        self.compare(differential.read_calls(HERE / "edge_calls.jsonl"))

    def test_a_row_larger_than_a_chunk(self):
        self.compare(LARGE_ROW_CALLS)

    def test_many_rows(self):
        self.compare(MANY_ROWS_CALLS)

    def test_bad_calls_are_refused_by_both(self):
        database, generation = self.publish(), differential.GENERATION[self.host]
        for call in differential.read_calls(HERE / "refused_calls.jsonl"):
            with self.subTest(call=call):
                answer = database.call(call["reducer"], call["args"])
                self.assertIn(answer.status, (400, 404), answer.text)
                refusal = embedded_host.refused(self.tool, self.module, generation, call)
                self.assertEqual(refusal.exit_code, 2, refusal.text)
                self.assertIn(":1:", refusal.text)
        self.assertEqual(database.rows("SELECT * FROM person"), [])


def parse_options(arguments: list[str]) -> None:
    if len(arguments) != 2:
        print(f"usage: {sys.argv[0]} engine|standalone MODULE.wasm STDB_TOOL", file=sys.stderr)
        sys.exit(2)
    QuickstartTest.module, QuickstartTest.tool = (pathlib.Path(argument).resolve() for argument in arguments)


if __name__ == "__main__":
    server_test.main(parse_options)
