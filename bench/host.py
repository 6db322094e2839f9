#!/usr/bin/env python3
# bench/host.py: the embedded host's tables against the official datastore, and its calls and starts, in Markdown.
"""Usage: host.py [--build FOLDER] [--json FILE] [-- OPTIONS OF GOOGLE BENCHMARK]
       host.py --from FILE

Builds tests/oracle/datastore, bench/host/store_bench.cpp and bench/host/calls_bench.cpp for release and runs the
latter two: both engines in one process, the same rows and indexes, through the calls that a module makes; then calls of
the demo's reducer and fresh databases. Each is the median of REPETITIONS. --json is where the results are written as
Google Benchmark has them; --from reads such a file instead of measuring. Exit code 0: measured, whoever is faster."""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path += [str(ROOT / "tests" / "oracle" / "datastore"), str(ROOT / "bench" / "common")]
import judge_store  # noqa: E402  (found by the path above)
from tables import markdown  # noqa: E402

REPETITIONS = 3
KINDS = ["insert", "point lookup", "range scan", "update", "delete", "rollback", "rollback of deletes"]


def run(command: list) -> None:
    subprocess.run([str(word) for word in command], check=True, stdout=sys.stderr)


def measure(build: pathlib.Path, options: list[str]) -> dict:
    library = judge_store.build() / "libofficial_datastore.a"
    run(["cmake", "--preset", "bench", "-S", ROOT, "-B", build, f"-DSTDB_OFFICIAL_DATASTORE={library}"])
    run(["cmake", "--build", build, "--target", "store_bench", "calls_bench"])
    # One after the other: in random order tables would be filled anew for each.
    options = [f"--benchmark_repetitions={REPETITIONS}", *options]
    found: list[dict] = []
    with tempfile.TemporaryDirectory() as folder:
        results = pathlib.Path(folder) / "results.json"
        for program in ("store_bench", "calls_bench"):
            run([build / "bench" / program, f"--benchmark_out={results}", "--benchmark_out_format=json", *options])
            found += json.loads(results.read_text(encoding="utf-8"))["benchmarks"]
    return {"benchmarks": found}


def medians(results: dict, key: str) -> dict[str, float]:
    """By the benchmark's name: the median of its repetitions, of those that have the key."""
    found: dict[str, list[float]] = {}
    for line in results["benchmarks"]:
        if key in line and line.get("run_type", "iteration") == "iteration":
            name = line["name"].removesuffix("/manual_time").removesuffix("/process_time")
            found.setdefault(name, []).append(line[key])
    return {name: statistics.median(values) for name, values in found.items()}


def nanoseconds(results: dict) -> dict[tuple[str, str, int], float]:
    """By kind, engine and rows: what one operation takes."""
    found = {}
    for name, rate in medians(results, "items_per_second").items():
        words = name.split("/")
        if words[0] in KINDS:
            found[words[0], words[1], int(words[2])] = 1e9 / rate
    return found


def time_text(time: float) -> str:
    return f"{time:,.0f} ns" if time < 10_000 else f"{time / 1000:,.1f} µs"


def print_tables(results: dict) -> None:
    times = nanoseconds(results)
    counts = sorted({count for _, _, count in times})
    head = [f"{count:,} rows" for count in counts]
    rows, slower = [], []
    for kind in KINDS:
        cells = []
        for count in counts:
            ours, official = times[kind, "ours", count], times[kind, "official", count]
            cells.append(f"**{official / ours:.1f}×** ({time_text(ours)}, {time_text(official)})")
            if ours > official:
                slower.append(f"{kind} at {count:,} rows ({official / ours:.2f}×)")
        growth = [times[kind, engine, counts[-1]] / times[kind, engine, counts[0]] for engine in ("ours", "official")]
        rows.append([kind, *cells, f"{growth[0]:.1f}, {growth[1]:.1f}"])
    print(markdown(["", *head, "growth"], rows))
    visited = medians(results, "rows_per_lookup")
    rows = []
    for is_long, what in ((0, "keys of up to eight bytes"), (1, "longer keys that begin alike")):
        rows.append([what, *(f"{visited[f'rows visited/{count}/{is_long}']:.1f}" for count in counts)])
    print("\n" + markdown(["rows read by a lookup", *head], rows))
    print("\nslower than the official datastore: " + (", ".join(slower) or "nothing"))


def print_calls(results: dict) -> None:
    """The calls of the demo's reducer in a second, and how long a fresh database takes."""
    rates, times = medians(results, "items_per_second"), medians(results, "cpu_time")
    calls = [f"{rates[f'calls/{way}']:,.0f}" for way in ("native", "wasm")]
    native, wasm, first = (f"{times[f'start/{way}'] / 1e6:.2f} ms" for way in ("native", "wasm", "wasm compiled anew"))
    rows = [["calls of a reducer in a second", *calls], ["a fresh database", native, f"{wasm}, a process's first {first}"]]
    print("\n" + markdown(["", "natively", "through Wasmtime"], rows))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build-bench")
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("options", nargs="*")
    parser.add_argument("--from", dest="source", type=pathlib.Path, metavar="FILE")
    options = parser.parse_args()
    if options.source:
        if not options.source.is_file():
            parser.error(f"there is no file {options.source}")
        results = json.loads(options.source.read_text(encoding="utf-8"))
    else:
        results = measure(options.build.resolve(), options.options)
        if options.json:
            options.json.write_text(json.dumps(results), encoding="utf-8")
    print_tables(results)
    print_calls(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
