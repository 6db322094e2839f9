#!/usr/bin/env python3
# tests/oracle/provision_hosts.py: builds the two real hosts that the server tests need, once, into the cache.
"""Usage: provision_hosts.py [--jobs N] [--keep-target] [--if-required]

Needs cargo, cc and ar. On two cores the engine takes about 6 minutes, the 1.2.0 server 11 to 20; both are built from
published crates. What is already in the cache is left alone."""

import argparse
import os
import pathlib
import shutil
import sys

import cargo_cache
import hosts
import v8_stub


def build_engine(folder: pathlib.Path, target: pathlib.Path, jobs: list[str]) -> None:
    """Fills `folder` with bin/oracle-server."""
    manifest = ["--manifest-path", cargo_cache.HERE / "host" / "Cargo.toml"]
    cargo_cache.run(["cargo", "fetch", "--locked", *manifest])
    empty, stub = v8_stub.build(target / "v8")
    # The crate v8 would download the library it is told of here.
    environment = {**os.environ, "RUSTY_V8_ARCHIVE": str(empty)}
    cargo_cache.run(["cargo", "rustc", *cargo_cache.CARGO_OPTIONS, *jobs, *manifest, "--target-dir",
                     target, "--", "-C", f"link-arg={stub}"], env=environment)
    (folder / "bin").mkdir()
    shutil.copy2(target / "debug" / "oracle-server", folder / "bin")


def build_standalone(folder: pathlib.Path, target: pathlib.Path, jobs: list[str]) -> None:
    """Fills `folder` with bin/spacetimedb-standalone."""
    cargo_cache.run(["cargo", "install", f"spacetimedb-standalone@{hosts.standalone_version()}", "--locked", *jobs,
                     "--root", folder, "--target-dir", target])


def provide(folder: pathlib.Path, program: pathlib.Path, build, target: pathlib.Path, options) -> None:
    """Makes `folder` with `program` in it, unless it is there."""
    with cargo_cache.only_one(folder):
        if program.exists():
            print(f"{program} is there", flush=True)
            return
        print(f"building {folder.name}; this is done once and takes minutes", flush=True)
        partial = cargo_cache.partial_folder(folder)
        build(partial, target, [f"--jobs={options.jobs}"] if options.jobs else [])
        shutil.rmtree(folder, ignore_errors=True)
        partial.rename(folder)
        if not options.keep_target:
            shutil.rmtree(target, ignore_errors=True)
        print(f"{program} is built", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, help="how many compilations cargo runs at once (default: its own)")
    parser.add_argument("--keep-target", action="store_true",
                        help="keep cargo's intermediate files (gigabytes), for work on the engine's front")
    parser.add_argument("--if-required", action="store_true", help="do nothing unless STDB_REQUIRE_HOSTS is set to 1")
    options = parser.parse_args()
    if options.if_required and not hosts.required():
        print("STDB_REQUIRE_HOSTS is not set to 1: nothing is built")
        return 0
    targets = cargo_cache.cache_root() / "cargo"
    engine_lock = cargo_cache.HERE / "host" / "Cargo.lock"
    wanted = [
        (hosts.engine_folder(), hosts.engine_program(), build_engine,
         targets / f"oracle-server-{cargo_cache.lock_digest(engine_lock)}"),
        (hosts.standalone_folder(), hosts.standalone_program(), build_standalone,
         targets / hosts.standalone_folder().name),
    ]
    try:
        for folder, program, build, target in wanted:
            provide(folder, program, build, target, options)
    except cargo_cache.BuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
