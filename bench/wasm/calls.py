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
        for (reducer, _), line in zip(calls, told):
            if line["outcome"] != "ok":
                raise RuntimeError(f"{wasm}: {reducer} ended with {line['outcome']}: {line.get('error')}")
            fuel[reducer] = line["fuel"]
        if done.returncode != 0 or len(told) != len(calls):
            raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return fuel


def peers_fuel() -> dict[str, dict[str, int]]:
    """By reducer, then by peer."""
    return json.loads(PEERS.read_text(encoding="utf-8"))["reducers"]


def geometric_mean(ratios: list[float]) -> float:
    return math.exp(sum(map(math.log, ratios)) / len(ratios))
