# tests/oracle/cargo_cache.py: runs cargo for the programs here, and keeps what it builds in the cache.
"""Shared by generate_raw_module_def.py and provision_hosts.py: where the cache is, what a build is named by, one
builder at a time, and results that appear whole or not at all."""

import contextlib
import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent

# The crates ask for a newer Rust than they need.
CARGO_OPTIONS = ["--locked", "--ignore-rust-version"]


class BuildError(Exception):
    """A build that did not work, with what to do about it."""


def cache_root() -> pathlib.Path:
    """The cache of the whole project; STDB_CACHE moves it."""
    configured = os.environ.get("STDB_CACHE")
    return pathlib.Path(configured) if configured else pathlib.Path.home() / ".cache" / "stdb"


def digest(paths: list[pathlib.Path]) -> str:
    """A short name for the state of these files of this folder, by their names and contents."""
    state = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        state.update(f"{path.relative_to(HERE)}\0{len(content)}\0".encode())
        state.update(content)
    return state.hexdigest()[:16]


def lock_digest(lock: pathlib.Path = HERE / "Cargo.lock") -> str:
    return digest([lock])


@contextlib.contextmanager
def only_one(folder: pathlib.Path):
    """Holds the right to make `folder`; waits, and says so, while another process has it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.parent / f".{folder.name}.lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"waiting for another process that makes {folder}", file=sys.stderr, flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def partial_folder(folder: pathlib.Path) -> pathlib.Path:
    """An empty folder beside `folder`, to be filled and then renamed to it. Call it while holding only_one."""
    partial = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    return partial


def run(command: list, **options) -> None:
    """Runs a command whose output the user sees; an error if there is no such program or it fails."""
    try:
        result = subprocess.run([str(word) for word in command], check=False, **options)
    except FileNotFoundError as error:
        raise BuildError(f"{command[0]} is needed and was not found; install it (Rust: the rustup or rustc and cargo "
                         f"packages; cc and ar: build-essential)") from error
    if result.returncode != 0:
        raise BuildError(f"`{' '.join(str(word) for word in command)}` failed with {result.returncode}; "
                         f"its output above says why")
