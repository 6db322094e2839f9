#!/usr/bin/env python3
# bench/report/render.py: writes the report, tables in Markdown and charts in SVG, out of what gather.py has measured.
"""Usage: render.py --results FILE --output FOLDER"""

import argparse
import json
import pathlib
import sys
from collections.abc import Callable

BENCH = pathlib.Path(__file__).resolve().parents[1]
sys.path += [str(BENCH / "wasm"), str(BENCH / "common")]
import calls  # noqa: E402  (found by the path above)
import charts  # noqa: E402
import codec_part  # noqa: E402
import fuel  # noqa: E402
import seeded  # noqa: E402
from tables import markdown, number, times  # noqa: E402

PEERS = json.loads((BENCH / "peers" / "modules.json").read_text(encoding="utf-8"))
KINDS = {
    "tables": "a table with a primary key",
    "reducers": "a reducer of three arguments",
    "indexes": "such a table with a b-tree index",
    "pairs": "such a table and such a reducer",
}

# Each part's writer is given its figures, and a function that takes the charts by name.
Draw = Callable[[str, str], str]


def beside_ours(ours: int, peer: dict, name: str) -> list[str]:
    """A peer's bytes, as built and after wasm-opt -Oz, each with how small ours are beside it."""
    sizes = [peer.get(f"{name}_bytes"), peer.get(f"{name}_bytes_oz")]
    return [f"{number(size)} (1/{size / ours:.1f})" if size else "" for size in sizes]


def size_part(figures: dict, draw: Draw) -> list[str]:
    rows, groups = [], []
    for name, peer in PEERS["modules"].items():
        if name not in figures:
            continue
        ours = figures[name]["total"]
        rust = peer.get("rust_bytes")
        rows.append([name, number(ours), *beside_ours(ours, peer, "cpp"), *beside_ours(ours, peer, "rust")])
        groups.append(
            (name, {"ours": ours, "official C++": peer["cpp_bytes"]} | ({"Rust, smallest": rust} if rust else {}))
        )
    sections = [
        [
            name,
            *(
                number(sum(part["bytes"] for part in figures[name]["sections"] if part["name"] == section) or 0)
                for section in ("code", "data", "import")
            ),
        ]
        for name in ("quickstart", *PEERS["modules"])
        if name in figures
    ]
    return [
        "In brackets what part of it ours are.",
        markdown(["module", "ours, bytes", "official C++", "its -Oz", "Rust, smallest build", "its -Oz"], rows),
        draw("size", charts.bars("Modules as they are published", "bytes", groups)),
        markdown(["module", "code", "data", "imports"], sections),
        f"The peers: {PEERS['source']}.",
    ]


def wasm_part(figures: dict, draw: Draw) -> list[str]:
    rust, cpp = calls.peers_fuel()
    all_fuel = dict(zip(fuel.COLUMNS, ({line["reducer"]: line["fuel"] for line in figures["ours"]}, rust, cpp)))
    all_fuel |= {name: {line["reducer"]: line["fuel"] for line in lines} for name, lines in figures["peers"].items()}
    missed = fuel.missed_bars(all_fuel["ours"], rust)
    groups = [(reducer, {name: of[reducer] for name, of in all_fuel.items()}) for reducer in rust]
    times_of_peers = {name: {line["reducer"]: line["ns"] for line in lines} for name, lines in figures["peers"].items()}
    beside = [
        [
            line["reducer"],
            number(line["ns"] / 1000, 1),
            *(number(of[line["reducer"]] / 1000, 1) for of in times_of_peers.values()),
            number(line["host_calls"]),
            number(line["heap_calls"]),
        ]
        for line in figures["ours"]
    ]
    warm = [
        [line["reducer"], number(line["fuel"]), number(line["host_calls"]), number(line["heap_calls"])]
        for line in figures["warm"]
    ]
    return [
        "### Fuel",
        fuel.table(all_fuel, rust),
        "Bars: "
        + (
            "; ".join(missed) + "."
            if missed
            else f"each at most {fuel.EACH} of Rust's, the mean at most {fuel.MEAN}, "
            f"`empty` at most {fuel.EMPTY}: all held."
        ),
        draw("fuel", charts.bars("Fuel of the official benchmarks' reducers", "fuel", groups)),
        f"The peers: {json.loads(calls.PEERS.read_text(encoding='utf-8'))['source']}.",
        "### Time, calls of the host and of the heap",
        "Host calls include those that read the arguments (one, for long ones more) and one for the id of each table and index "
        "that an instance uses for the first time. Times are of the processor, the least of several.",
        markdown(["reducer", "µs", *(f"µs, {name}" for name in times_of_peers), "host calls", "heap calls"], beside),
        "One operation on one row without strings, the second time that it is called:",
        markdown(["reducer", "fuel", "host calls", "heap calls"], warm),
        "### A module whose columns come from a seed",
        "Fuel of one operation on one row, the call's own share included, and in brackets of one column of it:",
        seeded.table(figures["seed"], figures["seeded"]),
    ]


def start_part(figures: list, draw: Draw) -> list[str]:
    rows = [
        [
            pathlib.Path(line["module"]).stem,
            number(line["bytes"]),
            number(line["compile_ns"] / 1e6, 1),
            number(line["compile_ns"] / line["bytes"]),
            number(line["start_ns"] / 1000, 1),
            number(line["start_fuel"]),
        ]
        for line in figures
    ]
    line = [(one["bytes"] / 1000, one["compile_ns"] / 1e6) for one in figures]
    return [
        markdown(
            ["module", "bytes", "compiled in, ms", "ns a byte", "started in, µs", "fuel of start and description"], rows
        ),
        draw("start", charts.lines("Compiling a module in Wasmtime", "kB of wasm", "ms", {"ours": line})),
    ]


def growth_table(figures: dict) -> str:
    rows = []
    for kind, what in KINDS.items():
        sizes = [figures[f"growth_{kind}_{count}"] for count in (1, 11, 101)]
        one_more = {key: (sizes[-1][key] - sizes[0][key]) / 100 for key in ("bytes", "cpu_seconds")}
        bytes_of = [number(size["bytes"]) for size in sizes]
        rows.append([what, *bytes_of, number(one_more["bytes"]), number(one_more["cpu_seconds"], 3)])
    return markdown(["", "1", "11", "101", "bytes for one more", "processor seconds for one more"], rows)


COSTS = ["seconds", "processor seconds", "MB, largest process", "MB, all at once"]


def costs(built: dict) -> list[str]:
    return [
        number(built["seconds"], 1),
        number(built["cpu_seconds"], 1),
        number(built["largest_mb"]),
        number(built["all_mb"]),
    ]


def build_part(figures: dict, draw: Draw) -> list[str]:
    pairs = {int(name.rsplit("_", 1)[1]): one for name, one in figures.items() if name.startswith("growth_pairs_")}
    cost = [[count, *costs(one), number(one["bytes"])] for count, one in sorted(pairs.items())]
    whole = [[f"{name.removesuffix('+sdk')}, ours", *costs(one)] for name, one in figures.items() if "+sdk" in name]
    peer = PEERS["modules"]["sdk_test"]
    whole.append(["sdk_test, official C++", peer["cpp_seconds"], "", number(peer["cpp_mb"]), ""])

    def line(key: str) -> list[tuple[float, float]]:
        return [(count, one[key]) for count, one in pairs.items()]

    time = {"seconds": line("seconds"), "processor seconds": line("cpu_seconds")}
    memory = {"MB of the largest process": line("largest_mb")}
    return [
        "### Growth: bytes with 1, 11 and 101 of them, and what one more costs",
        growth_table(figures),
        "### Modules of so many tables, each with a reducer",
        markdown(["tables", *COSTS, "bytes"], cost),
        draw("build_time", charts.lines("Building a module", "tables, each with a reducer", "s", time)),
        draw("build_memory", charts.lines("Building a module", "tables, each with a reducer", "MB", memory)),
        "### From nothing, the SDK's own sources included",
        markdown(["", *COSTS], whole),
    ]


def host_part(figures: str, _: Draw) -> list[str]:
    return [figures.strip()]


PARTS = {
    "size": ("Size", size_part),
    "wasm": ("Reducers in the embedded host", wasm_part),
    "native": ("The codec", codec_part.write),
    "start": ("The start of an instance", start_part),
    "build": ("Building", build_part),
    "host": ("The embedded host against the official datastore", host_part),
}


def machine_line(machine: dict) -> str:
    return (
        f"Measured {machine['date']} on {machine['processor']}, {machine['cores']} cores, {machine['memory_gb']} GB, "
        f"{machine['system']}, {machine['compiler']}; commit {machine['commit']}; load {machine['load']:.1f} when it began."
    )


def report(results: dict, output: pathlib.Path) -> str:
    def draw(name: str, picture: str) -> str:
        (output / f"{name}.svg").write_text(picture, encoding="utf-8")
        return f"![{name}]({name}.svg)"

    blocks = [
        "# What stdb measures",
        "Fuel, bytes and calls are exact; times are of one machine, and only their ratios within one run "
        f"say something. {times} marks how many times as long another takes as ours.",
    ]
    for name, (title, write) in PARTS.items():
        if name in results:
            blocks += [f"## {title}", machine_line(results[name]["machine"]), *write(results[name]["figures"], draw)]
    return "\n\n".join(blocks) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=pathlib.Path, required=True)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    options = parser.parse_args()
    if not options.results.is_file() or not (results := json.loads(options.results.read_text(encoding="utf-8"))):
        parser.error(f"{options.results} holds no results; gather.py writes them")
    options.output.mkdir(parents=True, exist_ok=True)
    path = options.output / "report.md"
    path.write_text(report(results, options.output), encoding="utf-8")
    print(f"the report: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
