#!/usr/bin/env python3
# tests/oracle/schema_test.py: our modules have the descriptions that the official Rust bindings give for such schemas.
"""Usage: schema_test.py build FOLDER
       schema_test.py compare FOLDER NAME DESCRIBE_WASM MODULE.wasm
       schema_test.py valid FOLDER NAME DESCRIBE_WASM MODULE.wasm
       schema_test.py missing NAME REASON
       schema_test.py prove FOLDER NAME...

`build` compiles tests/oracle/schemas and tests/oracle/compare (two minutes the first time, then kept in the cache) and
writes the description of each schema to FOLDER/NAME.bsatn. `compare` holds a module against the schema of its name;
`valid` only asks the official validator. `prove` shows that the comparison misses nothing in the schemas named."""

import pathlib
import subprocess
import sys

import cargo_cache

SCHEMAS = cargo_cache.HERE / "schemas"


def target_folder() -> pathlib.Path:
    return cargo_cache.cache_root() / "cargo" / f"schemas-{cargo_cache.lock_digest()}"


def build(folder: pathlib.Path) -> None:
    target = target_folder()
    with cargo_cache.only_one(target):
        cargo_cache.run(["cargo", "build", *cargo_cache.CARGO_OPTIONS, "--quiet", "--package", "compare", "--bins",
                         "--package", "schemas", "--examples", "--manifest-path", cargo_cache.HERE / "Cargo.toml",
                         "--target-dir", target])
        sink = target / "schema_sink.so"
        cargo_cache.run(["cc", "-shared", "-fPIC", "-O1", SCHEMAS / "sink.c", "-o", sink])
        names = sorted(source.stem for source in (SCHEMAS / "examples").glob("*.rs"))
        libraries = [target / "debug" / "examples" / f"lib{name}.so" for name in names]
        # In a process of its own: a module that panics ends it.
        cargo_cache.run([sys.executable, "-B", SCHEMAS / "describe.py", sink, folder, *libraries])
    print(f"{len(names)} schemas are described")


def compare_program() -> pathlib.Path:
    return target_folder() / "debug" / "compare"


def compare(folder: pathlib.Path, name: str, describe_wasm: str, module: str) -> int:
    ours = folder / f"{name}.ours.bsatn"
    cargo_cache.run([describe_wasm, module, ours])
    return subprocess.run([compare_program(), ours, folder / f"{name}.bsatn"], check=False).returncode


def valid(folder: pathlib.Path, name: str, describe_wasm: str, module: str) -> int:
    ours = folder / f"{name}.ours.bsatn"
    cargo_cache.run([describe_wasm, module, ours])
    return subprocess.run([compare_program(), "--show", ours], check=False).returncode


def prove(folder: pathlib.Path, names: list[str]) -> int:
    descriptions = [folder / f"{name}.bsatn" for name in names]
    return subprocess.run([compare_program(), "--prove", *descriptions], check=False).returncode


def main(arguments: list[str]) -> int:
    match arguments:
        case ["build", folder]:
            build(pathlib.Path(folder))
            return 0
        case ["compare", folder, name, describe_wasm, module]:
            return compare(pathlib.Path(folder), name, describe_wasm, module)
        case ["valid", folder, name, describe_wasm, module]:
            return valid(pathlib.Path(folder), name, describe_wasm, module)
        case ["missing", name, reason]:
            print(f"{name}: {reason}")
            return 1
        case ["prove", folder, *names] if names:
            return prove(pathlib.Path(folder), names)
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except cargo_cache.BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)
