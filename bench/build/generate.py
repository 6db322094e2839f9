#!/usr/bin/env python3
# bench/build/generate.py: writes modules of any number of tables, to see what one more of something costs.
"""Usage: generate.py KIND COUNT FILE

KIND is what there are COUNT of:
  tables     tables with a primary key, each of a row type of its own; one reducer for all
  reducers   reducers that insert what they are given, into one table
  indexes    tables as above with a b-tree index each: what they cost more than `tables` is the indexes'
  pairs      tables as above, each with such a reducer"""

import pathlib
import sys

KINDS = ("tables", "reducers", "indexes", "pairs")


def row_of(number: int, is_indexed: bool) -> str:
    index = f", stdb::btree<&row_{number}::score>" if is_indexed else ""
    return f"""struct row_{number} {{
  std::uint32_t id = 0;
  std::int64_t score = 0;
  std::string name;
}};
inline constexpr stdb::table<row_{number}, "table_{number}", stdb::primary_key<&row_{number}::id>{index}> table_{number};
"""


def reducer_of(number: int, table: int) -> str:
    return f"""struct add_{number} {{
  std::uint32_t id;
  std::int64_t score;
  std::string name;
  void operator()(stdb::ReducerContext& ctx) const {{ ctx.db[table_{table}].insert({{id, score + {number}, name}}); }}
}};
"""


def module_text(kind: str, count: int) -> str:
    tables = 1 if kind == "reducers" else count
    reducers = count if kind in ("reducers", "pairs") else 1
    parts = ["// Written by bench/build/generate.py; not to be edited.", "#include <stdb/module.hpp>", ""]
    parts += [row_of(number, kind == "indexes") for number in range(tables)]
    parts += [reducer_of(number, number if kind == "pairs" else 0) for number in range(reducers)]
    table_list = ", ".join(f"table_{number}" for number in range(tables))
    reducer_list = ", ".join(f"add_{number}" for number in range(reducers))
    parts.append(
        f"constinit const stdb::Module stdb::module =\n"
        f"    stdb::define<stdb::tables<{table_list}>, stdb::reducers<{reducer_list}>>;\n"
    )
    return "\n".join(parts)


def write_if_new(path: pathlib.Path, text: str) -> None:
    """Leaves a file that already says the same alone, so that nothing is built again for it."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in KINDS or not sys.argv[2].isdigit():
        sys.exit(__doc__)
    write_if_new(pathlib.Path(sys.argv[3]), module_text(sys.argv[1], int(sys.argv[2])))
