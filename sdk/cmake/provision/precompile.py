# sdk/cmake/provision/precompile.py: the standard headers and Boost.PFR's, parsed once for all modules of this machine:
#   python3 -B sdk/cmake/provision/precompile.py --boost FOLDER --output FILE -- COMPILER ARGUMENT...
# Writes to FILE the path of the precompiled header, which is for modules compiled with the same arguments and lies in the
# cache, or beside FILE where this user may not write to the cache. Progress goes to standard output, a failure to standard error with exit code 1.
#
# The standard library is half of what the compiler reads for a small module; what it makes of the module is the same.
import argparse
import contextlib
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from cmake_file import link_to_boost, write_text
from errors import CacheNotWritable, ProvisionError
from store import default_root, exclusive

# What the public headers of the SDK include; a test holds it to them.
HEADERS = ["algorithm", "array", "bit", "boost/pfr/core.hpp", "compare", "concepts", "cstddef", "cstdint", "cstring"]
HEADERS += ["initializer_list", "iterator", "limits", "memory", "optional", "ranges", "span", "stdint.h", "string"]
HEADERS += ["string_view", "tuple", "type_traits", "utility", "variant", "vector"]
TEXT = "".join(f"#include <{name}>\n" for name in HEADERS)
NAME = "standard_headers"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="precompile", description="Precompiles the standard headers for modules.")
    parser.add_argument("--boost", type=Path, required=True, help="include folder that holds Boost")
    parser.add_argument("--output", type=Path, required=True, help="file to write the path to")
    parser.add_argument("--cache", type=Path, default=default_root())
    parser.add_argument("command", nargs="+", metavar="ARGUMENT", help="how modules are compiled")
    options = parser.parse_args(arguments)
    try:
        try:
            made = precompiled(options.command, options.boost, options.cache.expanduser())
        except CacheNotWritable:
            made = precompiled(options.command, options.boost, options.output.parent)
        write_text(options.output, str(made))
    except ProvisionError as error:
        print(f"stdb: {error}", file=sys.stderr)
        return 1
    return 0


def precompiled(command: list[str], boost: Path, root: Path) -> Path:
    """The header precompiled by the command, in headers/KEY/ below `root`. Made if there is none that the compiler takes.
    Raises CacheNotWritable, of `root`, and ProvisionError, of the compiler."""
    boost = (boost / "boost").resolve()
    folder = root / "headers" / _key(command, boost)
    header, made = folder / f"{NAME}.hpp", folder / f"{NAME}.pch"
    if _is_taken(made, command):
        return made
    with exclusive(root, _say):
        if not _is_taken(made, command):
            _precompile(command, boost, header, made)
    return made


def _precompile(command: list[str], boost: Path, header: Path, made: Path) -> None:
    folder, new = made.parent, made.with_suffix(".tmp")
    _say(f"precompiling the standard headers for modules ({folder.name})")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        include = link_to_boost(folder, boost.parent)
        write_text(header, TEXT)
        said = _run([*command, f"-isystem{include}", "-x", "c++-header", str(header), "-o", str(new)])
        if said:
            raise ProvisionError(f"the standard headers cannot be precompiled for modules. The compiler says:\n{said}")
        new.rename(made)
    except OSError as error:
        raise CacheNotWritable(f"cannot write to {folder}: {error.strerror}") from error
    finally:
        with contextlib.suppress(OSError):
            new.unlink()


def _is_taken(made: Path, command: list[str]) -> bool:
    """Whether it is there and the compiler finds it whole and fresh."""
    return made.exists() and not _run([*command, "-include-pch", str(made), "-x", "c++", "-fsyntax-only", os.devnull])


def _say(text: str) -> None:
    print(f"-- stdb: {text}", flush=True)


def _key(command: list[str], boost: Path) -> str:
    """Of everything that the precompiled header is made of. The compiler itself does not look whether headers of the system
    have changed, so a file of each part stands for it."""
    sysroots = [part.removeprefix("--sysroot=") for part in command if part.startswith("--sysroot=")]
    parts = [Path(command[0]), boost / "version.hpp", *(Path(one, "include/c++/v1/__config") for one in sysroots)]
    lines = [TEXT, *command, str(boost), *(_state(path) for path in parts)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _state(path: Path) -> str:
    try:
        found = path.resolve().stat()
    except OSError:
        return "none"
    return f"{found.st_size} {found.st_mtime_ns}"


def _run(command: list[str]) -> str:
    """What the compiler says. Empty: all is well."""
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        raise ProvisionError(f"the compiler of modules does not run: {error}") from error
    return done.stderr.strip() or f"exit code {done.returncode}" if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
