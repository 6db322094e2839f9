# tests/stamps.py: what has passed and need not be looked at again, for checks that depend on nothing but some files.
"""Kept in the project's cache (~/.cache/stdb, or STDB_CACHE), by the contents of all that a check looks at and not by
places, so that another checkout knows it too."""

import functools
import hashlib
import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("abi", "shim", "sdk")
# What is not ours: the headers of others, and the compilers.
LOCK = ROOT / "emsdk.lock"
INCLUDE = re.compile(rb'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def folder(name: str) -> Path:
    cache = Path(os.environ.get("STDB_CACHE") or Path.home() / ".cache" / "stdb")
    made = cache / "passed" / name
    made.mkdir(parents=True, exist_ok=True)
    return made


@functools.cache
def headers() -> dict[str, list[Path]]:
    """Ours, by their names without folders."""
    found: dict[str, list[Path]] = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in (".hpp", ".h", ".def"):
                found.setdefault(path.name, []).append(path)
    return found


@functools.cache
def included(path: Path) -> frozenset[Path]:
    """Our files that a file includes; of several that may be meant, all."""
    found = set()
    for name in {match.decode(errors="replace") for match in INCLUDE.findall(path.read_bytes())}:
        beside = (path.parent / name).resolve()
        if beside.is_file() and beside.is_relative_to(ROOT):
            found.add(beside)
        found.update(header for header in headers().get(Path(name).name, []) if header.as_posix().endswith("/" + name))
    return frozenset(found)


def reached(paths: list[Path]) -> list[Path]:
    """These files and all of ours that they include, at any depth."""
    seen, left = set(), list(paths)
    while left:
        path = left.pop()
        if path not in seen:
            seen.add(path)
            left.extend(included(path))
    return sorted(seen)


def digest(paths: list[Path], *texts: str) -> str:
    """Of the contents of files and what they include, and of texts, in which the checkout's own place does not count."""
    state = hashlib.sha256()
    for text in texts:
        state.update(text.replace(str(ROOT), "").encode() + b"\0")
    for path in [LOCK, *reached(paths)]:
        state.update(str(path.relative_to(ROOT)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()


def program(path: str) -> str:
    """What a program is known by: it has another size or time when it is another."""
    found = Path(path).resolve()
    return f"{found} {found.stat().st_size} {found.stat().st_mtime_ns}" if found.exists() else path
