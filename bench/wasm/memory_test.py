# bench/wasm/memory_test.py: a module's memory does not grow with the number of its calls.
"""Usage: memory_test.py MEASURE_CALLS MODULE

Runs 100,000 calls of the module `benchmarks`: rows put, found, changed and removed, with and without strings. Linear memory
must be after the last of them what it was after the first thousand."""

import argparse
import pathlib
import sys

import calls

WARM, ALL = 1_000, 100_000


def some_calls(count: int) -> list:
    made = []
    for number in range(count // 10):
        name = "n" * (number * 7 % 97)  # every length comes up while it is still getting warm
        made += [
            ("insert_unique_0_u32_u64_str", [number, number, name]),
            ("insert_unique_0_u32_u64_u64", [number, number, number]),
            ("filter_unique_0_u32_u64_str_by_id", [number]),
            ("filter_unique_0_u32_u64_u64_by_id", [number]),
            ("update_bulk_unique_0_u32_u64_str", [1]),
            ("update_bulk_unique_0_u32_u64_u64", [1]),
            ("iterate_unique_0_u32_u64_str", []),
            ("fn_with_1_args", [name]),
            ("delete_unique_0_u32_u64_str_by_id", [number]),
            ("delete_unique_0_u32_u64_u64_by_id", [number]),
        ]
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path, metavar="MEASURE_CALLS")
    parser.add_argument("module", type=pathlib.Path)
    options = parser.parse_args()
    program, module = options.program, options.module
    lines = calls.measure(program, module, some_calls(ALL))
    warm, end = lines[WARM - 1]["memory_bytes"], lines[ALL - 1]["memory_bytes"]
    if warm == 0 or end != warm:
        print(
            f"{module}: memory is {warm:,} bytes after {WARM:,} calls and {end:,} after {ALL:,}: something is kept by each call"
        )
        return 1
    print(f"memory is {end:,} bytes after {WARM:,} calls and after {ALL:,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
