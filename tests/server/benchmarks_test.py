# tests/server/benchmarks_test.py: the fuel of the official benchmarks, which bench/README.md speaks of, is on the real
# host what it is in the embedded one.
# Usage: benchmarks_test.py engine MODULE.wasm STDB_TOOL
import pathlib
import re
import sys

import differential
import http_client
import server_test

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "bench" / "wasm"))
import calls as benchmarks  # noqa: E402  (found by the path above)

# The two hosts may give rows in another order, which costs some fuel more or less.
LEAST_ALLOWED, ALLOWED_SHARE = 30, 0.001
# The benchmarks take it that a new table's ids are 1, 2, 3 and so on. A real host may leave out numbers of a sequence, and
# then a reducer says this before it traps.
WITHOUT_ENTITY = "a food has an entity"
ATTEMPTS = 8


def canonical(reducer: str) -> str:
    """The module's policy makes words of digits, and real servers know no other names."""
    return re.sub(r"(?<=[a-z])(?=[0-9])", "_", reducer)


class BenchmarksTest(server_test.ServerTest):
    module = pathlib.Path()
    tool = pathlib.Path()

    def run_on_server(self, session: list, name: str) -> list[float]:
        database = http_client.Database(self.address, name)
        published = database.publish(self.module.read_bytes())
        self.assertEqual(published.status, 200, published.text)
        calls = [{"reducer": canonical(reducer), "args": arguments} for reducer, arguments in session]
        run = differential.run_on_server(self.host, database, calls, [])
        if any(message == WITHOUT_ENTITY for _, message in run.logs):
            raise differential.NumbersSkipped
        self.assertEqual(set(run.outcomes), {differential.OK}, run.logs)
        return run.fuel

    def run_without_skips(self, session: list, name: str) -> list[float]:
        for attempt in range(ATTEMPTS):
            try:
                return self.run_on_server(session, f"{name}-{attempt}")
            except differential.NumbersSkipped:
                print("\n  the real host left out numbers of its sequence; once more", flush=True)
        self.fail(f"the real host left out numbers {ATTEMPTS} times in a row")

    def test_the_fuel_of_each_call(self):
        ours = benchmarks.fuel_of(self.tool, self.module)
        real = {}
        for number, session in enumerate(benchmarks.SESSIONS):
            fuel = self.run_without_skips(session, f"benchmarks-{number}")
            real |= {reducer: spent for (reducer, _), spent in zip(session, fuel, strict=True)}
        self.assertEqual(real.keys(), ours.keys())
        lines = {reducer: f"{reducer}: real {real[reducer]:.0f}, embedded {ours[reducer]}" for reducer in ours}
        print("\n" + "\n".join(f"    {line}" for line in lines.values()), flush=True)
        different = [lines[reducer] for reducer in ours
                     if abs(real[reducer] - ours[reducer]) > max(LEAST_ALLOWED, ALLOWED_SHARE * ours[reducer])]
        self.assertEqual(different, [])


def parse_options(arguments: list[str]) -> None:
    if len(arguments) != 2:
        print(f"usage: {sys.argv[0]} engine MODULE.wasm STDB_TOOL", file=sys.stderr)
        sys.exit(2)
    BenchmarksTest.module, BenchmarksTest.tool = (pathlib.Path(one).resolve() for one in arguments)


if __name__ == "__main__":
    server_test.main(parse_options)
