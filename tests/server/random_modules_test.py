# tests/server/random_modules_test.py: random calls of every kind of function of some modules, by several callers, do the
# same on a real host as in the embedded one: outcomes, values, views and rows after each call, and in the end the log.
# Usage: random_modules_test.py engine EMBEDDED_FRONT FOLDER_OF_WASM CALLS [SEED]
# CALLS are those of each module.
import json
import pathlib
import random
import re
import sys
import time

import embedded_front
import http_client
import probe_module
import server_test
import servers
from random_values import Values
from readable import Typed, readable

# The modules, and which of their functions are left out: those that answer by chance, by the time, or over the network.
MODULES = {
    "functions": "draw|fetch|ask_within|pause_for|who|settings|wait_too_long",
    "module_test": "test_jwt|random|sleep|get_my_schema|repeating|log_module_identity|schedule|say_hello",
    "schema_access": "",
    "schema_indexes": "",
    "schema_procedures": "get|post|ask_|sleep|who",
    "schema_types": "",
    "schema_views": "",
    "sdk_test_procedural_view_pk": "",
    "sdk_test_procedure": "read_my_schema|invalid_request|sorted_uuids|schedule_proc|scheduled_proc",
    "sdk_test_view": "",
    "sdk_test_view_pk": "",
}
# What these find in their environment, which a server takes only with a module that replaces another.
ENVIRONMENTS = {"functions": {"MODE": "slow"}}
CALLERS = ("", "ann", "bob")
# Rows that come in another order cost some fuel more or less, and an instance that is new looks its tables up once more;
# a server takes a new one now and then.
FUEL_OF_ORDER = 300
# A scheduled function runs a moment later on a server.
SETTLE_SECONDS, BETWEEN_LOOKS = 5, 0.05
# Values that are a time of this test, in microseconds.
RECENT = 24 * 3600 * 1_000_000
# A server skips to the next block of a sequence at times; what follows says nothing.
SEQUENCE_BLOCK = 4096
OWN_FILES = {"__spacetimedb__", "spacetimedb", "external"}
# What a function writes that is called again and again.
REPEATED = re.compile("Timestamp: .*, Delta time: .*")


class Skipped(Exception):
    """The real host left out numbers of a sequence."""


class Side:
    """One host, with what tells its values from those of the other."""

    def __init__(self, server, wasm: bytes, environment: dict | None):
        self.server = server
        self.callers = {name: server.database(name) for name in CALLERS}
        self.owner = self.callers[""]
        options = ""
        if environment:
            self.owner.publish(probe_module.of_nothing())
            options = http_client.query({"environment": json.dumps(environment), "policy": "BreakClients"})
        published = self.owner.publish(wasm, options)
        if published.status != 200:
            raise RuntimeError(published.text)
        self.description = server.describe(self.owner)
        identity = json.loads(published.text)["Success"]["database_identity"].removeprefix("0x")
        self.names = {f"0x{caller.identity.removeprefix('0x')}": f"@{name}" for name, caller in self.callers.items()}
        self.names[f"0x{identity}"] = "@database"

    def masked(self, value):
        """The same on both hosts: without identities and times."""
        if isinstance(value, list):
            return [self.masked(one) for one in value]
        if isinstance(value, dict):
            return {key: self.masked(one) for key, one in value.items()}
        if isinstance(value, str):
            for identity, name in self.names.items():
                value = value.replace(identity, name).replace(identity.removeprefix("0x"), name)
            return value
        is_time = isinstance(value, int) and abs(value - time.time() * 1_000_000) < RECENT
        return "@now" if is_time else value

    def rows(self, table: str, caller: str = "") -> list:
        result = self.callers[caller].sql(f'SELECT * FROM "{table}"')
        row = Typed({"Product": result["schema"]}, self.description.row_type(table).refs)
        return sorted((self.masked(readable(one, row)) for one in result["rows"]), key=json.dumps)

    def call(self, function: str, arguments: list, caller: str) -> tuple:
        answer = self.callers[caller].call(function, arguments)
        text = self.masked(answer.text)
        if answer.status == 200 and function in self.description.procedures:
            text = self.masked(readable(json.loads(answer.text), self.description.procedures[function]))
        # The words of a server's own refusals and traps are not those of a module.
        return answer.status, text if answer.status in (200, 530) else None, self.server.fuel(answer)

    def log(self) -> list:
        lines = [line for line in self.owner.logs() if line.filename not in OWN_FILES and not REPEATED.match(line.message)]
        return sorted((line.level.lower(), re.sub(r"\d+", "#", self.masked(line.message))) for line in lines)


class RandomModulesTest(server_test.ServerTest):
    front = pathlib.Path()
    folder = pathlib.Path()
    calls = 0
    seed = 0

    def compare_rows(self, real: Side, ours: Side, names: list[str], what, caller: str = "") -> None:
        for name in names:
            deadline = time.monotonic() + SETTLE_SECONDS
            while (theirs := real.rows(name, caller)) != (mine := ours.rows(name, caller)):
                if time.monotonic() > deadline:
                    self.note_skip(theirs, mine)
                    self.assertEqual(mine, theirs, f"{name} as {caller or 'the owner'} after {what}")
                time.sleep(BETWEEN_LOOKS)

    @staticmethod
    def note_skip(theirs: list, mine: list) -> None:
        def greatest(rows: list) -> int:
            return max((row[0] for row in rows if isinstance(row[0], int)), default=0)
        if greatest(theirs) > SEQUENCE_BLOCK > greatest(mine):
            raise Skipped

    def make_calls(self, module: str, real: Side, ours: Side, said: dict, seed: int) -> dict[int, int]:
        """How many calls had each status."""
        source = random.Random(f"{module} {seed}")
        values = Values(source)
        left_out = re.compile(MODULES[module] or "$^")
        functions = {**said["reducers"], **{name: both[0] for name, both in said["procedures"].items()}}
        chosen = sorted(name for name in functions
                        if name not in said["scheduled"] and not left_out.search(name))
        tables, views = sorted(real.description.tables), sorted(real.description.views)
        statuses: dict[int, int] = {}
        for number in range(self.calls):
            function, caller = source.choice(chosen), source.choice(CALLERS)
            params = Typed(functions[function], said["types"])
            arguments = values.product(params, functions[function]["Product"]["elements"])
            what = f"call {number}, {function}({json.dumps(arguments)}) by {caller or 'the owner'}"
            theirs, mine = (side.call(function, arguments, caller) for side in (real, ours))
            self.assertEqual(mine[:2], theirs[:2], what)
            if theirs[2] is not None:
                self.assertLessEqual(abs(mine[2] - theirs[2]), max(FUEL_OF_ORDER, theirs[2] / 1000),
                                     f"fuel of {what}: real {theirs[2]}, embedded {mine[2]}")
            self.compare_rows(real, ours, tables, what)
            if views:
                self.compare_rows(real, ours, [source.choice(views)], what, source.choice(CALLERS))
            statuses[theirs[0]] = statuses.get(theirs[0], 0) + 1
        return statuses

    def compare(self, module: str, seed: int) -> None:
        wasm = (self.folder / f"{module}.wasm").read_bytes()
        name = f"random-{module.replace('_', '-')}-{seed}"
        environment = ENVIRONMENTS.get(module)
        real = Side(servers.RealServer(self.host, self.address, name), wasm, environment)
        with embedded_front.Front(self.front, self.host) as front:
            ours = Side(servers.EmbeddedServer(front), wasm, environment)
            said = front.ask(do="describe")["description"]
            statuses = self.make_calls(module, real, ours, said, seed)
            self.assertEqual(ours.log(), real.log())
        print(f"\n  {module}: {dict(sorted(statuses.items()))} by status", flush=True)
        self.assertIn(200, statuses)

    def test_random_calls(self):
        for module in MODULES:
            with self.subTest(module=module):
                for seed in range(self.seed, self.seed + 5):
                    try:
                        self.compare(module, seed)
                    except Skipped:
                        print(f"\n  {module}: the real host left out numbers of its sequence; once more", flush=True)
                        continue
                    break


def parse_options(arguments: list[str]) -> None:
    if len(arguments) not in (3, 4):
        print(f"usage: {sys.argv[0]} engine EMBEDDED_FRONT FOLDER_OF_WASM CALLS [SEED]", file=sys.stderr)
        sys.exit(2)
    RandomModulesTest.front, RandomModulesTest.folder = (pathlib.Path(argument).resolve() for argument in arguments[:2])
    RandomModulesTest.calls = int(arguments[2])
    RandomModulesTest.seed = int(arguments[3]) if len(arguments) == 4 else 1


if __name__ == "__main__":
    server_test.main(parse_options)
