# tests/server/random_test.py: random calls of a module's reducers do the same on a real host as in the embedded one.
# Usage: random_test.py engine|standalone MODULE.wasm STDB_TOOL CALLS [SEED]
import pathlib
import random
import re
import sys

import differential
import http_client
import server_test
from random_values import Values
from readable import Typed, readable

# Calls on one database, so that tables fill and what fails can be looked at.
CALLS_AT_ONCE = 500
# Rows that come in another order may cost some fuel more or less: strings are then copied into other buffers.
FUEL_OF_ORDER = 30
# What depends on who calls, when and over which connection, which two hosts cannot agree on.
OF_THE_CALL = re.compile("caller|timestamp|uuid|identity_is|jwt|schedule|random")


def reducers_of(schema: dict) -> dict[str, Typed]:
    """The parameters of the reducers, by the names that the host knows; without those that it calls itself."""
    types = schema["typespace"]["types"]
    scheduled = {table["schedule"]["some"]["reducer_name"] for table in schema["tables"] if "some" in table["schedule"]}
    return {one["name"]: Typed({"Product": one["params"]}, types) for one in schema["reducers"]
            if "some" not in one["lifecycle"] and one["name"] not in scheduled}


class RandomTest(server_test.ServerTest):
    module = pathlib.Path()
    tool = pathlib.Path()
    calls = 0
    seed = 0

    def publish(self, name: str) -> http_client.Database:
        database = http_client.Database(self.address, name)
        published = database.publish(self.module.read_bytes())
        self.assertEqual(published.status, 200, published.text)
        return database

    def make_calls(self, schema: dict, seed: int, count: int) -> list[dict]:
        reducers = {name: params for name, params in reducers_of(schema).items() if not OF_THE_CALL.search(name)}
        self.assertTrue(reducers)
        source = random.Random(seed)
        values = Values(source)
        names = sorted(reducers)
        chosen = [source.choice(names) for _ in range(count)]
        return [{"reducer": name, "args": values.product(reducers[name], reducers[name].type["Product"]["elements"])}
                for name in chosen]

    def compare(self, seed: int, count: int) -> list[str]:
        database = self.publish(f"random-{seed}")
        schema = database.schema()
        calls = self.make_calls(schema, seed, count)
        rows = {table["name"]: Typed({"Ref": table["product_type_ref"]}, schema["typespace"]["types"])
                for table in schema["tables"]}
        real = differential.run_on_server(self.host, database, calls, sorted(rows))
        ours = differential.run_embedded(self.host, self.tool, self.module, calls, sorted(rows))
        for call, theirs, mine in zip(calls, real.outcomes, ours.outcomes, strict=True):
            self.assertEqual(mine, theirs, call)
        for table, typed in rows.items():
            theirs, mine = ([readable(row, typed) for row in run.rows[table]] for run in (real, ours))
            self.assertEqual(differential.sorted_rows(mine), differential.sorted_rows(theirs), table)
        # In no order: a scan gives rows in none, and a reducer may log as it goes.
        self.assertEqual(sorted(ours.logs), sorted(real.logs))
        different = [(call, theirs, mine) for call, theirs, mine in zip(calls, real.fuel, ours.fuel, strict=True)
                     if abs(theirs - mine) > max(FUEL_OF_ORDER, theirs / 1000)]
        self.assertEqual(different, [], "the embedded host counts other fuel than the real one")
        return real.outcomes

    def test_random_calls(self):
        outcomes = []
        for first in range(0, self.calls, CALLS_AT_ONCE):
            seed = self.seed + first // CALLS_AT_ONCE
            with self.subTest(seed=seed):
                outcomes += self.compare(seed, min(CALLS_AT_ONCE, self.calls - first))
        failed = sum(outcome != differential.OK for outcome in outcomes)
        print(f"\n  {len(outcomes)} calls, {failed} of them errors", flush=True)
        self.assertGreater(failed, len(outcomes) // 100, "hardly anything went wrong: nothing is shown of errors")
        self.assertLess(failed, len(outcomes) * 0.9, "hardly anything worked: nothing is shown of rows")


def parse_options(arguments: list[str]) -> None:
    if len(arguments) not in (3, 4):
        print(f"usage: {sys.argv[0]} engine|standalone MODULE.wasm STDB_TOOL CALLS [SEED]", file=sys.stderr)
        sys.exit(2)
    RandomTest.module, RandomTest.tool = (pathlib.Path(argument).resolve() for argument in arguments[:2])
    RandomTest.calls = int(arguments[2])
    RandomTest.seed = int(arguments[3]) if len(arguments) == 4 else 1


if __name__ == "__main__":
    server_test.main(parse_options)
