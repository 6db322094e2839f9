# sdk/cmake/provision/machine.py: looks on this machine for parts that fit their pins, before anything is fetched.
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from lock_file import Part


@dataclass
class Found:
    """A part as it was found: its version, and what CMake is told about it."""

    version: str
    variables: dict[str, str]
    where: str


@dataclass
class Search:
    """One look around. `rejected` collects what was seen and did not fit, for the messages."""

    environment: dict[str, str]
    allow_any_emscripten: bool = False
    prefixes: tuple[Path, ...] = (Path("/usr/local"), Path("/usr"))
    rejected: list[str] = field(default_factory=list)

    def find(self, part: Part) -> Found | None:
        for found in _LOOKS[part.name](self) if part.name in _LOOKS else []:
            if _fits(part, found.version) or (part.name == "emscripten" and self.allow_any_emscripten):
                return found
            option = " (-DSTDB_ALLOW_ANY_EMSCRIPTEN=ON takes it all the same)" if part.name == "emscripten" else ""
            self.rejected.append(f"{found.where} is {part.name} {found.version}, and the pin asks for {_asked(part)}{option}")
        return None

    def roots(self, variable: str) -> list[Path]:
        given = self.environment.get(variable)
        return ([Path(given)] if given else []) + list(self.prefixes)

    def which(self, *names: str) -> str | None:
        path = self.environment.get("PATH", "")
        return next((found for name in names if (found := shutil.which(name, path=path))), None)


def _fits(part: Part, version: str) -> bool:
    if part.fits == "any":
        return True
    if part.fits == "exact":
        return version == part.version
    if part.fits == "major.minor":
        return version.split(".")[:2] == part.version.split(".")[:2]
    return _numbers(version) >= _numbers(part.fits)


def _asked(part: Part) -> str:
    if part.fits == "exact":
        return f"exactly {part.version}"
    return ".".join(part.version.split(".")[:2]) + ".x" if part.fits == "major.minor" else f"{part.fits} or newer"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


def _emscripten(search: Search):
    emsdk = search.environment.get("EMSDK")
    places = [search.which("emcc"), emsdk and f"{emsdk}/upstream/emscripten/emcc"]
    for place in filter(None, places):
        if not os.path.isfile(place):
            continue
        folder = Path(place).resolve().parent
        version = _match(folder / "emscripten-version.txt", r'"?([\d.]+)') or _says(place, r"\) ([\d.]+)")
        if version:
            yield Found(version, {"STDB_EMSCRIPTEN": str(folder), "STDB_EMCC_PROGRAM": place}, place)


def _binaryen(search: Search):
    emsdk = search.environment.get("EMSDK")
    for place in filter(None, [search.which("wasm-opt"), emsdk and f"{emsdk}/upstream/bin/wasm-opt"]):
        if version := _says(place, r"version (\d+)"):
            yield Found(version, {"STDB_WASM_OPT": place}, place)


def _boost(search: Search):
    for root in search.roots("BOOST_ROOT"):
        header = root / "include" / "boost" / "version.hpp"
        number = _match(header, r"#define BOOST_VERSION (\d+)")
        if number and (header.parent / "pfr.hpp").exists():
            version = f"{int(number) // 100000}.{int(number) // 100 % 1000}.{int(number) % 100}"
            yield Found(version, {"STDB_BOOST_INCLUDE": str(root / "include")}, str(header.parent))


def _wasmtime(search: Search):
    for root in search.roots("WASMTIME_ROOT"):
        version = _match(root / "include" / "wasmtime.h", r'#define WASMTIME_VERSION "([\d.]+)"')
        library = root / "lib" / "libwasmtime.so"
        if version and library.exists() and (root / "include" / "wasmtime.hh").exists():
            variables = {"STDB_WASMTIME_INCLUDE": str(root / "include"), "STDB_WASMTIME_LIBRARY": str(library)}
            yield Found(version, variables, str(library))


def _cli11(search: Search):
    for root in search.roots("CLI11_ROOT"):
        header = root / "include" / "CLI" / "Version.hpp"
        if version := _match(header, r'#define CLI11_VERSION "([\d.]+)"'):
            yield Found(version, {"STDB_CLI11_INCLUDE": str(root / "include")}, str(header.parent))


def _catch2(search: Search):
    for root in search.roots("CATCH2_ROOT"):
        header = root / "include" / "catch2" / "catch.hpp"
        if version := _match(header, r"Catch v([\d.]+)"):
            yield Found(version, {"STDB_CATCH2_INCLUDE": str(root / "include")}, str(header))


def _doctest(search: Search):
    for root in search.roots("DOCTEST_ROOT"):
        header = root / "include" / "doctest" / "doctest.h"
        numbers = [_match(header, rf"#define DOCTEST_VERSION_{place} (\d+)") for place in ("MAJOR", "MINOR", "PATCH")]
        if all(numbers):
            yield Found(".".join(numbers), {"STDB_DOCTEST_INCLUDE": str(root / "include")}, str(header))


def _googletest(search: Search):
    for root in search.roots("GOOGLETEST_ROOT"):
        source = root / "src" / "googletest"
        if version := _match(source / "CMakeLists.txt", r"set\(GOOGLETEST_VERSION ([\d.]+)\)"):
            yield Found(version, {"STDB_GOOGLETEST_SOURCE": str(source / "googletest")}, str(source))


def _benchmark(search: Search):
    for root in search.roots("BENCHMARK_ROOT"):
        for folder in (root / "lib", root / "lib" / "x86_64-linux-gnu"):
            version = _match(folder / "cmake/benchmark/benchmarkConfigVersion.cmake", r'PACKAGE_VERSION "([\d.]+)"')
            library = folder / "libbenchmark.so"
            if version and library.exists():
                variables = {"STDB_BENCHMARK_INCLUDE": str(root / "include"), "STDB_BENCHMARK_LIBRARY": str(library)}
                yield Found(version, variables, str(library))


def _llvm(search: Search):
    variables, version = {}, ""
    names = {"STDB_CLANGXX": "clang++", "STDB_CLANG_FORMAT": "clang-format", "STDB_CLANG_TIDY": "clang-tidy"}
    for variable, name in names.items():
        place = search.which(f"{name}-19", name)
        version = _says(place, r"version ([\d.]+)") if place else None
        if not version:
            return
        variables[variable] = place
    yield Found(version, variables, place)


def _pip(_: Search):
    if importlib.util.find_spec("pip"):
        yield Found("any", {}, sys.executable)


_LOOKS = {
    "emscripten": _emscripten,
    "binaryen": _binaryen,
    "boost": _boost,
    "wasmtime": _wasmtime,
    "cli11": _cli11,
    "googletest": _googletest,
    "catch2": _catch2,
    "doctest": _doctest,
    "benchmark": _benchmark,
    "llvm": _llvm,
    "pip": _pip,
}


def _match(path: Path, pattern: str) -> str | None:
    try:
        match = re.search(pattern, path.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None
    return match.group(1) if match else None


def _says(program: str, pattern: str) -> str | None:
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = re.search(pattern, said)
    return match.group(1) if match else None
