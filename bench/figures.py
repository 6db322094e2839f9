# bench/figures.py: the exact figures of the modules that we ship, held against bench/baseline.json.
"""Usage: figures.py --stdb STDB --wasm FOLDER [--modules MEASURE_CALLS] [--seed SEED] [--update]

Bytes, imports and fuel are exact and the same on every machine; a figure more than 1 % above its baseline fails, and so does
one above its limit. --modules adds the other modules of the baseline, those of tests/modules, and, by bench/wasm's program
measure_calls, what the calls of the official benchmarks take. --seed is that of the module `seeded`, which is held only if
it is SEEDED. --update writes the baseline anew; limits stay: for a module, a twentieth of the official C++ one as built, or
what a bar asks for.
"""

import argparse
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "bench" / "wasm"))
import calls as benchmark_calls  # noqa: E402  (found by the path above)
import seeded  # noqa: E402

BASELINE = ROOT / "bench" / "baseline.json"
TOLERANCE = 1.01
SEEDED = 1
# module: the calls whose fuel is counted, in this order on one database.
CALLS = {"quickstart": "demos/quickstart/calls.jsonl", "quickstart_v1": "demos/quickstart/calls.jsonl"}


def run(command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"figures.py: {' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def figures_of(stdb, wasm, calls):
    lines = [json.loads(line) for line in run([stdb, "run", wasm, "--calls", calls, "--json"]).splitlines()]
    summary = next(line for line in lines if line["type"] == "summary")
    figures = {"bytes": summary["module_bytes"], "imports": len(summary["imports"])}
    for line in lines:
        if line["type"] == "call":
            figures[f"fuel of call {line['line']}, {line['reducer']}"] = line["fuel"]
    return figures


def size_figures(wasm):
    report = json.loads(wasm.with_suffix(".size.json").read_text(encoding="utf-8"))
    return {"bytes": report["total"], "imports": len(report["imports"])}


def module_figures(module, measure_calls, folder):
    figures = size_figures(folder / f"{module}.wasm")
    if module == "benchmarks":
        counting = folder / "benchmarks_counting_heap.wasm"
        figures |= benchmark_calls.exact_figures(measure_calls, folder / "benchmarks.wasm", counting)
    if module == "seeded":
        figures |= seeded.exact_figures(measure_calls, folder / "seeded.wasm")
    return figures


def complaints(module, figures, pinned):
    found = []
    for name, value in figures.items():
        limit = pinned.get("limits", {}).get(name)
        if limit is not None and value > limit:
            found.append(f"{module}: {name} is {value}, over its limit of {limit}")
        baseline = pinned.get("figures", {}).get(name)
        if baseline is None:
            found.append(f"{module}: {name} is {value} and has no baseline; run with --update")
        elif value > baseline * TOLERANCE:
            found.append(f"{module}: {name} is {value}, more than 1 % over its baseline of {baseline}")
    gone = [name for name in pinned.get("figures", {}) if name not in figures]
    return found + [f"{module}: {name} is pinned and was not measured; run with --update" for name in gone]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stdb", required=True)
    parser.add_argument("--wasm", required=True, type=pathlib.Path)
    parser.add_argument("--modules", type=pathlib.Path, metavar="MEASURE_CALLS")
    parser.add_argument("--seed", type=int, default=SEEDED)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()

    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    found = []
    for module, calls in CALLS.items():
        wasm = options.wasm / f"{module}.wasm"
        figures = figures_of(options.stdb, wasm, ROOT / calls)
        for name, value in figures.items():
            print(f"{module}: {name}: {value}")
        if options.update:
            baseline.setdefault(module, {})["figures"] = figures
        found += complaints(module, figures, baseline.get(module, {}))
    for module in [name for name in baseline if name not in CALLS] if options.modules else []:
        if module == "seeded" and options.seed != SEEDED:
            print(f"seeded: not held, since its seed is {options.seed}")
            continue
        figures = module_figures(module, options.modules, options.wasm)
        for name, value in figures.items():
            print(f"{module}: {name}: {value}")
        if options.update:
            baseline[module]["figures"] = figures
        found += complaints(module, figures, baseline[module])
    if options.update:
        BASELINE.write_text(json.dumps(baseline, indent=2) + "\n", encoding="utf-8")
    print("\n".join(found) or "all figures are within 1 % of their baseline")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
