# tests/oracle/hosts.py: the two real hosts: which they are and where their programs lie in the cache.
"""`engine`: SpacetimeDB 2.14.0, the server's own engine behind tests/oracle/host.
`standalone`: spacetimedb-standalone 1.2.0, a whole server of the generation before."""

import os
import pathlib
import tomllib

import cargo_cache

LOCK_FILE = cargo_cache.HERE.parent.parent / "emsdk.lock"


def standalone_version() -> str:
    with open(LOCK_FILE, "rb") as file:
        return tomllib.load(file)["oracle"]["spacetimedb-standalone"]["version"]


def engine_sources() -> list[pathlib.Path]:
    """All that decides what the engine's program is."""
    here = cargo_cache.HERE
    return [here / "v8_stub.py", here / "host" / "Cargo.lock", here / "host" / "Cargo.toml",
            *here.glob("host/src/*.rs")]


def engine_folder() -> pathlib.Path:
    return cargo_cache.cache_root() / "hosts" / f"oracle-server-{cargo_cache.digest(engine_sources())}"


def standalone_folder() -> pathlib.Path:
    return cargo_cache.cache_root() / "hosts" / f"spacetimedb-standalone-{standalone_version()}"


def engine_program() -> pathlib.Path:
    return engine_folder() / "bin" / "oracle-server"


def standalone_program() -> pathlib.Path:
    return standalone_folder() / "bin" / "spacetimedb-standalone"


def missing() -> list[pathlib.Path]:
    return [program for program in (engine_program(), standalone_program()) if not program.exists()]


def required() -> bool:
    """Whether a host that is not there is a failure rather than a test skipped."""
    return os.environ.get("STDB_REQUIRE_HOSTS", "0") not in ("", "0")
