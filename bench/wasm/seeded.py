#!/usr/bin/env python3
# bench/wasm/seeded.py: a module whose tables have random columns, so that no figure rests on the rows of one module.
"""Usage: seeded.py SEED FILE.cpp
       seeded.py SEED --measure MEASURE_CALLS MODULE.wasm

Writes a module of TABLES tables with a primary key; the columns of the second half of them may be strings and optionals
too. Each table has a reducer for each operation. --measure prints fuel and host calls for one row of each, and for one
column of one row."""

import argparse
import pathlib
import random
import sys

import calls

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "common"))
from tables import markdown  # noqa: E402  (found by the path above)

TABLES = 8
ROWS = 1000
OPERATIONS = ("insert", "scan", "find", "update", "erase")
PLAIN = [
    "std::int8_t",
    "std::uint8_t",
    "std::int16_t",
    "std::uint16_t",
    "std::int32_t",
    "std::uint32_t",
    "std::int64_t",
    "std::uint64_t",
    "float",
    "double",
    "bool",
]
ANY = [*PLAIN, "std::string", "std::optional<std::uint32_t>"]


def columns_of(seed: int) -> list[list[str]]:
    """The types of the columns of each table behind its id."""
    source = random.Random(seed)
    kinds = [PLAIN if table < TABLES // 2 else ANY for table in range(TABLES)]
    return [[source.choice(kind) for _ in range(source.randint(1, 9))] for kind in kinds]


def value_text(type_name: str, column: int) -> str:
    if type_name == "bool":
        return f"(id & {column + 1}) != 0"
    if type_name == "std::string":
        return "name_of(id)"
    if type_name == "std::optional<std::uint32_t>":
        return "id % 2 == 0 ? std::optional(id) : std::nullopt"
    return f"static_cast<{type_name}>(id + {column})"


def table_text(number: int, columns: list[str]) -> str:
    fields = "".join(f"  {name} column_{at} = {{}};\n" for at, name in enumerate(columns))
    values = ", ".join(value_text(name, at) for at, name in enumerate(columns))
    row, table = f"row_{number}", f"table_{number}"
    key = f"ctx.db[{table}].by(stdb::col<&{row}::id>)"
    each = "for (std::uint32_t id = 0; id < count; ++id)"
    bodies = {
        "insert": f"{each} ctx.db[{table}].insert(make_{row}(id));",
        "scan": f"for (const {row}& row : ctx.db[{table}].rows()) keep(row);",
        "find": f"{each} keep({key}.find(id));",
        "update": f"{each} {key}.update(make_{row}(id));",
        "erase": f"{each} {key}.erase(id);",
    }
    reducers = "".join(
        f"struct {name}_{number} {{\n  std::uint32_t count;\n"
        f"  void operator()(stdb::ReducerContext& ctx) const {{ {body} }}\n}};\n"
        for name, body in bodies.items()
    )
    return f"""struct {row} {{
  std::uint32_t id = 0;
{fields}}};
inline constexpr stdb::table<{row}, "{table}", stdb::primary_key<&{row}::id>> {table};
inline {row} make_{row}(std::uint32_t id) {{ return {{id, {values}}}; }}
{reducers}"""


def module_text(seed: int) -> str:
    tables = ", ".join(f"table_{number}" for number in range(TABLES))
    reducers = ", ".join(f"{name}_{number}" for number in range(TABLES) for name in OPERATIONS)
    texts = [table_text(number, columns) for number, columns in enumerate(columns_of(seed))]
    return f"""// Written by bench/wasm/seeded.py from the seed {seed}; not to be edited.
#include <stdb/module.hpp>

// Makes the compiler believe that the value is used.
inline void keep(const auto& value) {{ asm volatile("" : : "r"(&value) : "memory"); }}
inline std::string name_of(std::uint32_t id) {{ return "name" + std::to_string(id); }}

{"".join(texts)}
constinit const stdb::Module stdb::module = stdb::define<stdb::tables<{tables}>, stdb::reducers<{reducers}>>;
"""


def measure(program: pathlib.Path, wasm: pathlib.Path) -> list[dict]:
    """An object for each table: the fuel of each operation on one row, host calls likewise."""
    tables = []
    for number in range(TABLES):
        made = calls.measure(program, wasm, [(f"{name}_{number}", [ROWS]) for name in OPERATIONS])
        tables.append(
            {
                name: {"fuel": line["fuel"] / ROWS, "host_calls": line["host_calls"] / ROWS}
                for name, line in zip(OPERATIONS, made)
            }
        )
    return tables


def exact_figures(program: pathlib.Path, wasm: pathlib.Path) -> dict[str, int]:
    """What bench/baseline.json pins: of a thousand rows."""
    tables = measure(program, wasm)
    return {
        f"{what.replace('_', ' ')} of {name}_{number}": round(of[name][what] * ROWS)
        for number, of in enumerate(tables)
        for name in OPERATIONS
        for what in ("fuel", "host_calls")
    }


def table(seed: int, tables: list[dict]) -> str:
    rows = []
    for columns, operations in zip(columns_of(seed), tables):
        short = ", ".join(["u32", *(name.removeprefix("std::").removesuffix("_t") for name in columns)])
        fuels = [operations[name]["fuel"] for name in OPERATIONS]
        rows.append([short, *(f"{fuel:.0f} ({fuel / (len(columns) + 1):.0f})" for fuel in fuels)])
    return markdown(["columns", *OPERATIONS], rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seed", type=int)
    parser.add_argument("--measure", type=pathlib.Path, metavar="MEASURE_CALLS")
    parser.add_argument("file", type=pathlib.Path)
    options = parser.parse_args()
    if options.measure:
        print(table(options.seed, measure(options.measure, options.file)))
        return 0
    text = module_text(options.seed)
    if not options.file.exists() or options.file.read_text(encoding="utf-8") != text:
        options.file.parent.mkdir(parents=True, exist_ok=True)
        options.file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
