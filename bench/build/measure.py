#!/usr/bin/env python3
# bench/build/measure.py: what it costs to build modules: time, processor time, memory and bytes.
"""Usage: measure.py BUILD_FOLDER MODULE...

Builds each module from nothing (the SDK's own sources too where the module's name ends in +sdk; otherwise a module of the
same options has been built before), with two jobs and without a compiler cache, and prints an object a line: module,
seconds, cpu_seconds, largest_mb (of one process), all_mb (of all at once, sampled), bytes. Exit code 1: a module is not
known or cannot be built."""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import threading
import time

WITH_SDK = "+sdk"


def processes_below(root: int) -> list[int]:
    """The process and all that it has started, directly or not."""
    children: dict[int, list[int]] = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, left = [], [root]
    while left:
        found.append(left.pop())
        left += children.get(found[-1], [])
    return found


def resident_mb(root: int) -> float:
    pages = 0
    for process in processes_below(root):
        try:
            pages += int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
        except OSError:
            continue
    return pages * resource.getpagesize() / 2**20


def run_measured(command: list[str], environment: dict[str, str]) -> dict:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    most = 0.0

    def watch() -> None:
        nonlocal most
        while process.poll() is None:
            most = max(most, resident_mb(process.pid))
            time.sleep(0.1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, _ = process.communicate()
    watcher.join()
    seconds = time.monotonic() - start
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{output}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": seconds, "cpu_seconds": cpu, "all_mb": most}


def largest_process(build: pathlib.Path, module: str) -> dict:
    """Builds the module in a process of its own, whose children's peak is then the module's alone."""
    done = subprocess.run(
        [sys.executable, "-B", __file__, str(build), "--inside", module], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError((done.stderr + done.stdout).removeprefix("measure.py: "))
    return json.loads(done.stdout)


def build_inside(build: pathlib.Path, module: str) -> dict:
    name = module.removesuffix(WITH_SDK)
    wasm = build / "wasm" / f"{name}.wasm"
    if module.endswith(WITH_SDK):
        subprocess.run(["ninja", "-C", str(build), "-t", "clean", name], check=True, capture_output=True)
    else:
        # What all modules share has been built, and is left.
        for path in (wasm, wasm.with_suffix(".size.json"), *build.glob(f"**/{name}.dir/*.o")):
            path.unlink(missing_ok=True)
    environment = os.environ | {"CCACHE_DISABLE": "1"}
    measured = run_measured(["ninja", "-j2", "-C", str(build), name], environment)
    measured["largest_mb"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"module": module} | measured | {"bytes": wasm.stat().st_size}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path, metavar="BUILD_FOLDER")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("modules", nargs="+", metavar="MODULE")
    options = parser.parse_args()
    try:
        for module in options.modules:
            build = build_inside if options.inside else largest_process
            print(json.dumps(build(options.build, module)), flush=True)
    except (RuntimeError, OSError, subprocess.CalledProcessError) as failure:
        print(f"measure.py: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
