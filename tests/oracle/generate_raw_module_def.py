#!/usr/bin/env python3
# tests/oracle/generate_raw_module_def.py: writes the RawModuleDef headers of abi/, or checks that they are up to date.
"""Usage: generate_raw_module_def.py [--check]

Builds tests/oracle/moduledef (about half a minute the first time, then kept in the cache) and runs it. With --check
nothing in the tree changes; it ends with 1 and a difference if a committed header is not what the program writes."""

import argparse
import difflib
import pathlib
import sys
import tempfile

import cargo_cache

HEADERS = cargo_cache.HERE.parent.parent / "abi" / "include" / "stdb" / "abi"
SHOWN_LINES = 40


def build() -> pathlib.Path:
    """The program, built if it is not up to date."""
    target = cargo_cache.cache_root() / "cargo" / f"moduledef-{cargo_cache.lock_digest()}"
    with cargo_cache.only_one(target):
        cargo_cache.run(["cargo", "build", *cargo_cache.CARGO_OPTIONS, "--package", "moduledef",
                         "--manifest-path", cargo_cache.HERE / "Cargo.toml", "--target-dir", target])
    return target / "debug" / "moduledef"


def check(written: pathlib.Path) -> bool:
    """Compares what was written with what is committed, and shows the differences."""
    same = True
    for new in sorted(written.iterdir()):
        committed = HEADERS / new.name
        old_lines = committed.read_text(encoding="utf-8").splitlines() if committed.exists() else []
        new_lines = new.read_text(encoding="utf-8").splitlines()
        difference = list(difflib.unified_diff(old_lines, new_lines, f"committed/{new.name}", f"written/{new.name}",
                                               lineterm=""))
        if difference:
            same = False
            print("\n".join(difference[:SHOWN_LINES]))
            if len(difference) > SHOWN_LINES:
                print(f"(and {len(difference) - SHOWN_LINES} lines more)")
    return same


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the committed headers, write nothing")
    options = parser.parse_args()
    try:
        program = build()
        if not options.check:
            cargo_cache.run([program, HEADERS])
            return 0
        with tempfile.TemporaryDirectory() as folder:
            cargo_cache.run([program, folder])
            if check(pathlib.Path(folder)):
                print("the committed headers are what the official description gives")
                return 0
    except cargo_cache.BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print("error: the headers in abi/include/stdb/abi are not what the official description gives; "
          "write them anew with `python3 tests/oracle/generate_raw_module_def.py`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
