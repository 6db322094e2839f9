#!/usr/bin/env python3
# tests/oracle/datastore/judge_store.py: has the official datastore judge the embedded host's tables.
"""Usage: judge_store.py RUN_STORE [--seed N] [--count N] [--short]
       judge_store.py --values EXCHANGE_VALUES [--seed N] [--count N]

Builds the Rust program of this folder (three minutes on two cores the first time, then kept in the cache). It runs
random plans on the official datastore and, by RUN_STORE (run_store.cpp), on ours. STDB_STORE_PLANS and STDB_STORE_SEED
are other values for --count and --seed. --short names the first seed that differs and shrinks nothing.

--values exchanges random values with the official codec instead, by exchange_values.cpp: --count (STDB_VALUES) of each of
198 types."""

import argparse
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import cargo_cache  # noqa: E402  (found by the path above)

COUNT = 250
VALUES = 200


def target_folder() -> pathlib.Path:
    return cargo_cache.cache_root() / "cargo" / f"datastore-{cargo_cache.lock_digest(HERE / 'Cargo.lock')}"


def build() -> pathlib.Path:
    """The folder of the program and the library, built if they are not up to date."""
    target = target_folder()
    with cargo_cache.only_one(target):
        cargo_cache.run(["cargo", "build", *cargo_cache.CARGO_OPTIONS, "--quiet", "--release",
                         "--manifest-path", HERE / "Cargo.toml", "--target-dir", target])
    return target / "release"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--values", action="store_true")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("STDB_STORE_SEED", "1")))
    parser.add_argument("--count", type=int)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    try:
        program = build() / "datastore"
    except cargo_cache.BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    if options.values:
        count = options.count or int(os.environ.get("STDB_VALUES", VALUES))
        return subprocess.run([program, "exchange", options.program, str(options.seed), str(count)],
                              check=False).returncode
    count = options.count or int(os.environ.get("STDB_STORE_PLANS", COUNT))
    command = [program, "run", options.program, str(options.seed), str(count)]
    return subprocess.run(command + ["short"] * options.short, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
