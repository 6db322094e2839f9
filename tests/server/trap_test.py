# tests/server/trap_test.py: a reducer that traps does as little harm in the embedded host as in a real one.
# Usage: trap_test.py engine|standalone STDB_TOOL
import pathlib
import sys
import tempfile

import differential
import http_client
import probe_module
import server_test

# The probe reads no more of its arguments than it has room for; the row that it then inserts is no row, and so a trap.
TOO_LONG = "x" * (probe_module.ROW_CAPACITY + 1)
CALLS = [
    {"reducer": "add", "args": ["before", 1]},
    {"reducer": "add", "args": [TOO_LONG, 2]},
    {"reducer": "add", "args": ["between", 3]},
    {"reducer": "add", "args": [TOO_LONG, 4]},
    {"reducer": "add", "args": ["", 5]},
    {"reducer": "add", "args": ["after", 6]},
]


class TrapTest(server_test.ServerTest):
    tool = pathlib.Path()

    def test_only_the_trapping_calls_fail(self):
        wasm = probe_module.build(probe_module.DESCRIPTIONS[self.host])
        database = http_client.Database(self.address, "trap")
        self.assertEqual(database.publish(wasm).status, 200)
        with tempfile.NamedTemporaryFile(suffix=".wasm") as file:
            file.write(wasm)
            file.flush()
            hosts = differential.Hosts(self.host, database, self.tool)
            real = differential.compare(self, hosts, pathlib.Path(file.name), CALLS, ["person"])
        self.assertEqual([row[1] for row in real.rows["person"]], ["before", "between", "after"])
        self.assertIn("instance encountered a fatal error", real.outcomes[1])
        self.assertEqual(real.outcomes[1], real.outcomes[3])


def parse_options(arguments: list[str]) -> None:
    if len(arguments) != 1:
        print(f"usage: {sys.argv[0]} engine|standalone STDB_TOOL", file=sys.stderr)
        sys.exit(2)
    TrapTest.tool = pathlib.Path(arguments[0]).resolve()


if __name__ == "__main__":
    server_test.main(parse_options)
