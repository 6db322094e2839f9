# tests/demos/demo_test.py: a demo's calls give the output that stands beside them.
"""Usage: demo_test.py STDB MODULE.wasm DEMO_FOLDER [OPTION ...]

Runs DEMO_FOLDER/calls.jsonl and compares what is printed, down to the summary (whose figures bench/ watches), with
DEMO_FOLDER/expected.txt.
"""

import difflib
import pathlib
import re
import subprocess
import sys

SUMMARY = re.compile(r"^\d+ calls?: ")


def main():
    stdb, module, folder, *options = sys.argv[1:]
    folder = pathlib.Path(folder)
    done = subprocess.run([stdb, "run", module, "--calls", folder / "calls.jsonl", *options],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"stdb run ended with {done.returncode}: {done.stderr}")
    lines = done.stdout.splitlines(keepends=True)
    end = next((number for number, line in enumerate(lines) if SUMMARY.match(line)), None)
    if end is None:
        sys.exit(f"no summary was printed:\n{done.stdout}")
    expected = (folder / "expected.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    different = list(difflib.unified_diff(expected, lines[:end], "expected.txt", "printed"))
    sys.exit("".join(different) or 0)


if __name__ == "__main__":
    main()
