# sdk/cmake/provision/__main__.py: the provisioner that CMake runs at configure time:
#   python3 -B sdk/cmake/provision --lock emsdk.lock --needed-for guest,host --output BUILD/stdb_parts
# Writes OUTPUT/parts.cmake. Progress goes to standard output, a failure to standard error with exit code 1.
import argparse
import os
import platform
import sys
from pathlib import Path

from cmake_file import variables_of, write_all
from crates import CratesFetcher
from debian import DebianFetcher
from errors import ProvisionError
from lock_file import Lock, Part, read_lock
from machine import Search
from pypi import PypiFetcher
from store import Store, default_root


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    try:
        lock = read_lock(options.lock)
        search = Search(dict(os.environ), options.allow_any_emscripten)
        _provide(lock, search, _store(lock, options.cache.expanduser()), set(options.needed_for.split(",")), options.output)
    except ProvisionError as error:
        print(f"stdb: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stdb: interrupted; the next configure begins again where nothing is half done", file=sys.stderr)
        return 130
    return 0


def say(text: str) -> None:
    print(f"-- stdb: {text}", flush=True)


def _provide(lock: Lock, search: Search, store: Store, needs: set[str], output: Path) -> None:
    """Finds or gets every part that is needed for `needs`, and writes what CMake is told. Names all failures at once."""
    variables: dict[str, str] = {}
    folders: dict[str, Path] = {}
    failures: dict[Part, str] = {}
    parts = _needed(lock, search, store, needs, variables)
    for text in search.rejected:
        say(f"not used: {text}")
    for part in parts:
        try:
            folders[part.name] = store.ensure(part)
            variables |= variables_of(part, folders[part.name])
        except ProvisionError as error:
            failures[part] = str(error)
    if failures:
        raise ProvisionError(_failure_text(failures, needs, search.rejected))
    write_all(output, variables, folders.get("llvm"), folders.get("binaryen"))


def _failure_text(failures: dict[Part, str], needs: set[str], rejected: list[str]) -> str:
    """What could not be had and what to install instead; each reason once, with the parts that it stops."""
    lines = ["what this build needs could not be had."]
    for reason in dict.fromkeys(failures.values()):
        stopped = [part for part, text in failures.items() if text == reason]
        lines.append(", ".join(f"{part.name} {part.version}" for part in stopped) + f": {reason}")
    lines.append("To go on without fetching:")
    # A part that is only there for another comes along with whatever replaces that other.
    asked = [part for part in failures if needs & set(part.needed_for)]
    lines += [f"  {part.name}: {part.otherwise}" for part in asked or failures]
    lines += [f"Found, but not used: {text}" for text in rejected]
    return "\n".join(lines)


def _needed(lock: Lock, search: Search, store: Store, needs: set[str], variables: dict[str, str]) -> list[Part]:
    """The parts that must come from the cache. What the machine itself has goes into `variables` straight away."""
    wanted: dict[str, Part] = {}
    for part in lock.parts.values():
        if not needs & set(part.needed_for):
            continue
        found = search.find(part)
        if found:
            say(f"{part.name} {found.version}: {found.where}")
            variables.update(found.variables)
            continue
        before = part.requires
        if part.fetched_with and not store.is_there(part) and not search.find(lock.parts[part.fetched_with]):
            before += (part.fetched_with,)
        wanted |= {name: lock.parts[name] for name in (*before, part.name)}
    return list(wanted.values())


def _store(lock: Lock, root: Path) -> Store:
    def spare_pip() -> Path:
        return next(store.folder(lock.parts["pip"]).glob("usr/share/python-wheels/pip-*.whl"))

    fetchers = {"debian": DebianFetcher(root / "apt", say), "pypi": PypiFetcher(spare_pip), "crates": CratesFetcher()}
    store = Store(root, {name: _Here(lock.architecture, fetcher) for name, fetcher in fetchers.items()}, say)
    return store


class _Here:
    """Refuses to fetch for a machine that the pinned files are not built for."""

    def __init__(self, architecture: str, fetcher):
        self._architecture = architecture
        self._fetcher = fetcher

    def fetch(self, files, folder):
        if platform.system() != "Linux" or platform.machine() != self._architecture:
            here = f"{platform.system()} on {platform.machine()}"
            raise ProvisionError(f"emsdk.lock pins files for Linux on {self._architecture}, and this is {here}")
        return self._fetcher.fetch(files, folder)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="provision", description="Finds or gets the outside parts that emsdk.lock pins.")
    parser.add_argument("--lock", type=Path, required=True, help="emsdk.lock")
    parser.add_argument("--needed-for", required=True, help="comma-separated: guest, host, test, bench")
    parser.add_argument("--output", type=Path, required=True, help="folder to write parts.cmake to")
    parser.add_argument("--cache", type=Path, default=default_root())
    parser.add_argument("--allow-any-emscripten", action="store_true", help="take this machine's Emscripten, of any version")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
