#!/usr/bin/env python3
# tests/oracle/query/compare_queries.py: has the official query builder write random queries, and ours judged by them.
"""Usage: compare_queries.py PROGRAM [--seed N]

Builds the Rust program of this folder (half a minute the first time, then kept in the cache), runs it, and runs PROGRAM,
the test query_test.cpp, on what it printed."""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import cargo_cache  # noqa: E402  (found by the path above)

COUNT = 20_000


def build() -> pathlib.Path:
    """The program, built if it is not up to date."""
    target = cargo_cache.cache_root() / "cargo" / f"query-{cargo_cache.lock_digest()}"
    with cargo_cache.only_one(target):
        cargo_cache.run(["cargo", "build", *cargo_cache.CARGO_OPTIONS, "--quiet", "--package", "query",
                         "--manifest-path", HERE.parent / "Cargo.toml", "--target-dir", target])
    return target / "debug" / "query"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1, help="other queries for another number")
    options = parser.parse_args()
    try:
        program = build()
    except cargo_cache.BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        queries = pathlib.Path(folder) / "queries.jsonl"
        with open(queries, "wb") as output:
            subprocess.run([program, str(COUNT), str(options.seed)], stdout=output, check=True)
        environment = {**os.environ, "STDB_QUERIES": str(queries)}
        return subprocess.run([options.program], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
