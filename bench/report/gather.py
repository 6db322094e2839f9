#!/usr/bin/env python3
# bench/report/gather.py: measures everything that the report tells of, part by part, into one file.
"""Usage: gather.py --build BUILD_FOLDER --results FILE [--parts NAME,...] [--peer NAME=FILE.wasm]...

BUILD_FOLDER is that of the preset `bench`, built. Parts: size, wasm, native, start, build, host. A part that is measured
replaces what the file held of it; the others stay. --peer runs other builds of the official module `benchmarks` through
the same calls, in the part wasm. Exit code 1: a part could not be measured; what was measured before it is kept."""

import argparse
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys

BENCH = pathlib.Path(__file__).resolve().parents[1]
ROOT = BENCH.parent
sys.path += [str(BENCH / "wasm"), str(BENCH / "build")]
import calls  # noqa: E402  (found by the path above)
import fuel  # noqa: E402
import measure as build_measure  # noqa: E402
import seeded  # noqa: E402

REPETITIONS = 5
GROWN = (1, 11, 101)
STARTED = [
    "quickstart",
    "basic",
    "sdk_test_view",
    "sdk_test_procedure",
    "blackholio",
    "module_test",
    "benchmarks",
    "sdk_test",
]


def run(command: list, **options) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr}{done.stdout}")
    return done.stdout


def json_lines(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def machine() -> dict:
    models = [
        line.split(":", 1)[1].strip()
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": models[0] if models else platform.processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.system()} {platform.release()}",
        "compiler": run(["c++", "--version"]).splitlines()[0],
        "commit": run(["git", "-C", ROOT, "describe", "--always", "--dirty"]).strip(),
        "load": os.getloadavg()[0],
    }


def cached(build: pathlib.Path, name: str) -> str:
    """A variable of the build's configuration."""
    for line in (build / "CMakeCache.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{name}:"):
            return line.partition("=")[2]
    raise RuntimeError(f"{build} is not configured with the preset bench: it has no {name}")


def gather_size(build: pathlib.Path, _: list) -> dict:
    reports = sorted((build / "wasm").glob("*.size.json"))
    return {path.name.removesuffix(".size.json"): json.loads(path.read_text(encoding="utf-8")) for path in reports}


def gather_wasm(build: pathlib.Path, peers: list) -> dict:
    program, wasm = build / "bench" / "wasm" / "measure_calls", build / "wasm"

    def all_calls(module: pathlib.Path, repetitions: int) -> list[dict]:
        return [line for session in calls.SESSIONS for line in calls.measure(program, module, session, repetitions)]

    ours = calls.with_heap_calls(
        all_calls(wasm / "benchmarks.wasm", REPETITIONS), all_calls(wasm / "benchmarks_counting_heap.wasm", 1)
    )
    return {
        "ours": ours,
        "warm": calls.measure_warm(program, wasm / "benchmarks.wasm", wasm / "benchmarks_counting_heap.wasm"),
        "peers": {name: all_calls(path, REPETITIONS) for name, path in peers},
        "seed": int(cached(build, "STDB_BENCH_SEED")),
        "seeded": seeded.measure(program, wasm / "seeded.wasm"),
    }


def gather_native(build: pathlib.Path, _: list) -> dict:
    folder = build / "bench" / "native"
    results = folder / "codecs.json"
    run(
        [
            folder / "codec_bench",
            "--benchmark_min_time=0.05",
            "--benchmark_repetitions=11",
            "--benchmark_enable_random_interleaving",
            f"--benchmark_out={results}",
            "--benchmark_out_format=json",
        ]
    )
    # The least of the repetitions: whatever else the machine does can only add.
    least: dict[str, dict] = {}
    for line in json.loads(results.read_text(encoding="utf-8"))["benchmarks"]:
        if line.get("run_type", "iteration") == "iteration":
            name, time = line["name"], line["cpu_time"]
            if name not in least or time < least[name]["ns"]:
                least[name] = {"ns": time, "values": line["values"], "bytes": line["bytes"]}
    return {
        "codecs": least,
        "in_wasm": json_lines(run([folder / "codec_in_wasm", build / "wasm" / "codec_module.wasm"])),
    }


def gather_start(build: pathlib.Path, _: list) -> list:
    return json_lines(
        run([build / "bench" / "wasm" / "measure_start", *(build / "wasm" / f"{name}.wasm" for name in STARTED)])
    )


def gather_build(build: pathlib.Path, _: list) -> dict:
    # A folder of its own: this one may be in the middle of a build that runs us.
    inner = build / "builds"
    run(["cmake", "--preset", "bench", "-S", ROOT, "-B", inner])
    run(["cmake", "--build", inner, "--target", "growth_pairs_1"])
    modules = [f"growth_{kind}_{count}" for kind in ("tables", "reducers", "indexes", "pairs") for count in GROWN]
    modules += [
        "growth_pairs_200",
        "growth_pairs_400",
        "quickstart" + build_measure.WITH_SDK,
        "sdk_test" + build_measure.WITH_SDK,
    ]
    return {name: build_measure.largest_process(inner, name) for name in modules}


def gather_host(build: pathlib.Path, _: list) -> str:
    return run([sys.executable, "-B", BENCH / "host.py", "--build", build / "host"])


PARTS = {
    "size": gather_size,
    "wasm": gather_wasm,
    "native": gather_native,
    "start": gather_start,
    "build": gather_build,
    "host": gather_host,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--results", type=pathlib.Path, required=True)
    parser.add_argument("--parts", default=",".join(PARTS))
    options = fuel.parse_with_peers(parser)
    wanted = options.parts.split(",")
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    if options.peer and "wasm" not in wanted:
        parser.error("--peer is measured in the part wasm, which is not among the parts")
    results = json.loads(options.results.read_text(encoding="utf-8")) if options.results.exists() else {}
    for name in wanted:
        print(f"measuring: {name}", flush=True)
        about = machine()
        try:
            figures = PARTS[name](options.build.resolve(), options.peer)
            if not figures:
                raise RuntimeError(f"{options.build} holds nothing to measure; build it with the preset bench")
        except (RuntimeError, OSError) as failure:
            print(f"gather.py: {name}: {failure}", file=sys.stderr)
            return 1
        results[name] = {"machine": about, "figures": figures}
        options.results.parent.mkdir(parents=True, exist_ok=True)
        options.results.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
