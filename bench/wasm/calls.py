# bench/wasm/calls.py: the calls of the official benchmarks that modules are measured by, and what they take.
"""The peers' fuel in bench/peers/fuel.json was measured by the same calls in the same order."""

import json
import math
import pathlib
import subprocess
import tempfile

PEERS = pathlib.Path(__file__).resolve().parents[1] / "peers" / "fuel.json"


def rows_with_names(count: int) -> list:
    return [[number, 7 * number, f"name{number}"] for number in range(count)]


def rows_of_numbers(count: int) -> list:
    return [[number, number, 3 * number] for number in range(count)]


# Reducers and arguments; each list runs on a database of its own.
ON_ONE_DATABASE = [
    ("empty", []),
    ("insert_bulk_unique_0_u32_u64_str", [rows_with_names(1000)]),
    ("insert_bulk_unique_0_u32_u64_u64", [rows_of_numbers(1000)]),
    ("insert_bulk_btree_each_column_u32_u64_str", [rows_with_names(1000)]),
    ("insert_bulk_no_index_u32_u64_str", [rows_with_names(1000)]),
    ("iterate_unique_0_u32_u64_str", []),
    ("iterate_unique_0_u32_u64_u64", []),
    ("filter_unique_0_u32_u64_str_by_id", [500]),
    ("filter_no_index_u32_u64_str_by_id", [500]),
    ("filter_btree_each_column_u32_u64_str_by_name", ["name500"]),
    ("update_bulk_unique_0_u32_u64_str", [1000]),
    ("update_bulk_unique_0_u32_u64_u64", [1000]),
    ("insert_bulk_entity", [10000]),
    ("insert_bulk_circle", [100]),
    ("insert_bulk_food", [500]),
    ("cross_join_circle_food", [250000]),
    ("insert_bulk_position", [10000]),
    ("insert_bulk_velocity", [10000]),
    ("update_position_all", [10000]),
    ("update_position_with_velocity", [10000]),
]
ON_ANOTHER = [("init_game_ia_loop", [500]), ("run_game_ia_loop", [500])]
SESSIONS = [ON_ONE_DATABASE, ON_ANOTHER]

# Every operation on rows without strings; run twice, and the second time must not need the heap.
ONE_OPERATION_EACH = [
    ("insert_unique_0_u32_u64_u64", [1, 10, 100]),
    ("insert_btree_each_column_u32_u64_u64", [1, 10, 100]),
    ("filter_unique_0_u32_u64_u64_by_id", [1]),
    ("filter_btree_each_column_u32_u64_u64_by_x", [10]),
    ("update_bulk_unique_0_u32_u64_u64", [1]),
    ("iterate_unique_0_u32_u64_u64", []),
    ("filter_no_index_u32_u64_u64_by_id", [1]),
    ("delete_unique_0_u32_u64_u64_by_id", [1]),
]


def write_calls(calls: list, path: pathlib.Path) -> None:
    lines = [json.dumps({"reducer": reducer, "args": arguments}) for reducer, arguments in calls]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fuel_of(stdb: pathlib.Path, wasm: pathlib.Path) -> dict[str, int]:
    """The fuel of each call. Raises RuntimeError when one of them does not commit."""
    fuel = {}
    for calls in SESSIONS:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "calls.jsonl"
            write_calls(calls, path)
            command = [str(stdb), "run", str(wasm), "--calls", str(path), "--json"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        told = [line for line in map(json.loads, done.stdout.splitlines()) if line["type"] == "call"]
        if done.returncode == 2 or not told:
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
        for (reducer, _), line in zip(calls, told):
            if line["outcome"] != "ok":
                raise RuntimeError(f"{wasm}: {reducer} ended with {line['outcome']}: {line.get('error')}")
            fuel[reducer] = line["fuel"]
        if done.returncode != 0 or len(told) != len(calls):
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return fuel


def measure(program: pathlib.Path, wasm: pathlib.Path, calls: list, repetitions: int = 1) -> list[dict]:
    """What measure_calls.cpp says of each call: fuel, ns, host_calls, memory_bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "calls.jsonl"
        write_calls(calls, path)
        command = [str(program), str(wasm), str(path), str(repetitions)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def with_heap_calls(plain: list[dict], counting: list[dict]) -> list[dict]:
    """The same calls of a module and of one with counting_heap.c, which makes a host call more for each of the heap."""
    return [line | {"heap_calls": other["host_calls"] - line["host_calls"]} for line, other in zip(plain, counting)]


def measure_warm(program: pathlib.Path, wasm: pathlib.Path, counting: pathlib.Path) -> list[dict]:
    """One operation each on one row without strings, the second time that it is called."""
    twice = ONE_OPERATION_EACH * 2
    lines = with_heap_calls(measure(program, wasm, twice), measure(program, counting, twice))
    return lines[len(ONE_OPERATION_EACH) :]


def exact_figures(program: pathlib.Path, wasm: pathlib.Path, counting: pathlib.Path) -> dict[str, int]:
    """What bench/baseline.json pins of the module `benchmarks`."""
    figures = {}

    def add(line: dict, when: str = "") -> None:
        for key in ("fuel", "host_calls", "heap_calls"):
            figures[f"{key.replace('_', ' ')} of {line['reducer']}{when}"] = line[key]

    for calls in SESSIONS:
        for line in with_heap_calls(measure(program, wasm, calls), measure(program, counting, calls)):
            add(line)
    for line in measure_warm(program, wasm, counting):
        add(line, " of one row, warm")
    return figures


def peers_fuel() -> tuple[dict[str, int], dict[str, int]]:
    """By reducer, of the official Rust and of the official C++ bindings."""
    reducers = json.loads(PEERS.read_text(encoding="utf-8"))["reducers"]
    rust, cpp = ({name: of[peer] for name, of in reducers.items()} for peer in ("rust", "cpp"))
    return rust, cpp


def geometric_mean(ratios: list[float]) -> float:
    return math.exp(sum(map(math.log, ratios)) / len(ratios))
