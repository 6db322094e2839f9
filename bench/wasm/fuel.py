#!/usr/bin/env python3
# bench/wasm/fuel.py: the fuel of the official benchmarks' reducers, ours beside the peers', as a table in Markdown.
"""Usage: fuel.py [--stdb STDB] [--wasm FILE] [--peer NAME=FILE.wasm]...

Runs the 22 calls of calls.py in the embedded host. Ratios are to the official Rust bindings. --peer runs any other build of
the official module `benchmarks` through the same calls. Exit code 1: a bar is missed; 2: nothing could be measured."""

import argparse
import pathlib
import sys

import calls

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "bench" / "common"))
from tables import markdown, number  # noqa: E402  (found by the path above)

EACH, MEAN, EMPTY = 0.8, 0.35, 60  # times Rust's fuel, the geometric mean of that, and fuel of `empty`
COLUMNS = ("ours", "Rust", "official C++")


def named_file(text: str) -> tuple[str, pathlib.Path]:
    name, equals, path = text.partition("=")
    if not (name and equals and path):
        raise argparse.ArgumentTypeError(f'"{text}" is no peer; write NAME=FILE.wasm')
    if name in COLUMNS:
        raise argparse.ArgumentTypeError(f'"{name}" is a column already; give the peer another name')
    if not pathlib.Path(path).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {path}")
    return name, pathlib.Path(path)


def parse_with_peers(parser: argparse.ArgumentParser) -> argparse.Namespace:
    parser.add_argument("--peer", type=named_file, action="append", default=[], metavar="NAME=FILE.wasm")
    options = parser.parse_args()
    if len(dict(options.peer)) != len(options.peer):
        parser.error("two peers have one name")
    return options


def missed_bars(fuel: dict[str, int], rust: dict[str, int]) -> list[str]:
    ratios = {reducer: fuel[reducer] / rust[reducer] for reducer in fuel}
    missed = [
        f"{reducer} takes {ratio:.3f} of Rust's fuel, over {EACH}" for reducer, ratio in ratios.items() if ratio > EACH
    ]
    mean = calls.geometric_mean(list(ratios.values()))
    if mean > MEAN:
        missed.append(f"the geometric mean is {mean:.3f} of Rust's fuel, over {MEAN}")
    if fuel["empty"] > EMPTY:
        missed.append(f"empty takes {fuel['empty']} fuel, over {EMPTY}")
    return missed


def table(fuels: dict[str, dict[str, int]], rust: dict[str, int]) -> str:
    """`fuels`: of each reducer by column. The first column is ours, which the ratio is of."""
    ours = next(iter(fuels.values()))
    rows = [
        [reducer, *(number(fuel[reducer]) for fuel in fuels.values()), number(ours[reducer] / rust[reducer], 3)]
        for reducer in ours
    ]
    means = [calls.geometric_mean([fuel[reducer] / rust[reducer] for reducer in ours]) for fuel in fuels.values()]
    rows.append(["geometric mean, times Rust", *(number(mean, 3) for mean in means), number(means[0], 3)])
    return markdown(["reducer", *fuels, "ours / Rust"], rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stdb", type=pathlib.Path, default=ROOT / "build" / "stdb")
    parser.add_argument("--wasm", type=pathlib.Path, default=ROOT / "build" / "wasm" / "benchmarks.wasm")
    options = parse_with_peers(parser)

    rust, cpp = calls.peers_fuel()
    try:
        fuels = dict(zip(COLUMNS, (calls.fuel_of(options.stdb, options.wasm), rust, cpp)))
        fuels |= {name: calls.fuel_of(options.stdb, path) for name, path in options.peer}
    except (RuntimeError, OSError) as failure:
        print(f"fuel.py: {failure}", file=sys.stderr)
        return 2
    missed = missed_bars(fuels["ours"], rust)
    print(table(fuels, rust))
    print("\nmissed: " + "; ".join(missed) if missed else "\nevery bar is held")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
