# tests/fuzz/run.py: builds the fuzzers with the pinned clang and runs them.
#
#   run.py --source ROOT --build FOLDER --clangxx CLANG++ [--build-only | [--seconds N] [--work FOLDER] [TARGET...]]
#
# A long run on one core, all targets in turn, for ever: nice -n 19 python3 tests/fuzz/run.py ... --seconds 600 --for-ever
# What crashes a target is left in the work folder; `replay_TARGET FILE` of a usual build shows it again. Mend the fault and
# move the file to tests/fuzz/corpus/TARGET, under a name that says what it is. Each run adds a line to FOLDER/runs.tsv.
import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

TARGETS = ["values", "types", "codec", "description", "sql", "call_line", "http", "guest_json", "host_calls", "wasm",
           "snapshots", "migrations", "subscriptions"]
# What must be found in those that have a fault on purpose.
PLANTED = {"planted_overrun": "AddressSanitizer: heap-buffer-overflow", "planted_wrong": "fault: planted"}
MOST_BYTES = {"description": 8192, "wasm": 4096, "host_calls": 4096, "snapshots": 8192, "planted_overrun": 64, "planted_wrong": 64}
FLAGS = "-O2 -g1 -D_GLIBCXX_ASSERTIONS"


def build(source: Path, folder: Path, clangxx: Path) -> None:
    clang = clangxx.with_name("clang")
    configure = ["cmake", "-S", source, "-B", folder, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={clangxx}",
                 f"-DCMAKE_C_COMPILER={clang}", "-DCMAKE_BUILD_TYPE=RelWithDebInfo", f"-DCMAKE_CXX_FLAGS_RELWITHDEBINFO={FLAGS}",
                 "-DSTDB_BUILD_FUZZ=ON", "-DSTDB_BUILD_TESTS=OFF", "-DSTDB_BUILD_DEMOS=OFF"]
    subprocess.run(list(map(str, configure)), check=True, stdout=subprocess.DEVNULL)
    programs = [f"fuzz_{target}" for target in TARGETS + list(PLANTED)] + ["fuzz_seeds"]
    subprocess.run(["cmake", "--build", str(folder), "--target", *programs], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([str(folder / "tests/fuzz/fuzz_seeds"), str(folder / "seeds")], check=True)


def run(source: Path, folder: Path, clangxx: Path, work: Path, target: str, seconds: int) -> tuple[int, int, str]:
    """The program's exit code, how many inputs it ran, and all that it said."""
    found = work / target
    found.mkdir(parents=True, exist_ok=True)
    crashes = work / "crashes"
    crashes.mkdir(exist_ok=True)
    command = [folder / f"tests/fuzz/fuzz_{target}", f"-max_total_time={seconds}", f"-artifact_prefix={crashes}/{target}-",
               f"-max_len={MOST_BYTES.get(target, 1024)}", "-timeout=60", "-rss_limit_mb=3000", "-malloc_limit_mb=2000",
               "-print_final_stats=1", "-verbosity=0", "-use_value_profile=0"]
    dictionary = source / f"tests/fuzz/dictionaries/{target}.dict"
    if dictionary.exists():
        command.append(f"-dict={dictionary}")
    command.append(found)
    for further in (source / f"tests/fuzz/corpus/{target}", folder / "seeds" / target):
        if further.is_dir():
            command.append(further)
    environment = {**os.environ, "ASAN_SYMBOLIZER_PATH": str(clangxx.with_name("llvm-symbolizer")),
                   "ASAN_OPTIONS": "detect_leaks=1:allocator_may_return_null=0", "UBSAN_OPTIONS": "print_stacktrace=1"}
    done = subprocess.run(list(map(str, command)), capture_output=True, env=environment)
    output = (done.stdout + done.stderr).decode(errors="replace")
    runs = re.search(r"stat::number_of_executed_units:\s*(\d+)", output)
    count = int(runs[1]) if runs else 0
    with (folder / "runs.tsv").open("a", encoding="utf-8") as log:
        log.write(f"{int(time.time())}\t{target}\t{seconds}\t{count}\t{done.returncode}\n")
    return done.returncode, count, output


def judge(target: str, code: int, runs: int, output: str) -> str:
    """Why the run is a failure; empty if it is none."""
    if target in PLANTED:
        found = code != 0 and PLANTED[target] in output
        return "" if found else f"the planted fault was not found in {runs} runs"
    if code != 0:
        return "a fault was found"
    return "" if runs > 100 else f"only {runs} inputs were run"


def main() -> None:
    parser = argparse.ArgumentParser()
    for option in ("--source", "--build", "--clangxx"):
        parser.add_argument(option, type=Path, required=True)
    parser.add_argument("--work", type=Path, help="where inputs are kept; else in the build folder")
    parser.add_argument("--build-only", action="store_true")
    parser.add_argument("--for-ever", action="store_true", help="until a fault is found")
    parser.add_argument("--seconds", type=int, default=60, help="of each target")
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS, *PLANTED])
    options = parser.parse_args()
    if options.build_only:
        return build(options.source, options.build, options.clangxx)
    work = options.work or options.build / "work"
    while True:
        for target in options.targets or TARGETS:
            code, runs, output = run(options.source, options.build, options.clangxx, work, target, options.seconds)
            problem = judge(target, code, runs, output)
            print(f"{target}: {runs} inputs in {options.seconds} s", flush=True)
            if problem:
                sys.exit(f"{output[-6000:]}\n{target}: {problem}")
        if not options.for_ever:
            return None


main()
