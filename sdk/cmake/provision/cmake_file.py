# sdk/cmake/provision/cmake_file.py: tells CMake, and Emscripten, where the parts lie.
import os
import shutil
import sys
from pathlib import Path

from emscripten import ask_emscripten
from errors import ProvisionError
from lock_file import Part


def variables_of(part: Part, folder: Path) -> dict[str, str]:
    """What CMake is told about a part that lies unpacked in `folder`."""
    usr = folder / "usr"
    told = {
        "emscripten": {"STDB_EMSCRIPTEN": usr / "share" / "emscripten", "STDB_EMCC_PROGRAM": ""},
        "llvm": {
            "STDB_CLANGXX": folder / "bin" / "clang++",
            "STDB_CLANG_FORMAT": folder / "bin" / "clang-format",
            "STDB_CLANG_TIDY": folder / "bin" / "clang-tidy",
        },
        "binaryen": {"STDB_WASM_OPT": folder / "bin" / "wasm-opt"},
        "boost": {"STDB_BOOST_INCLUDE": usr / "include"},
        "wasmtime": {
            "STDB_WASMTIME_INCLUDE": folder / "include",
            "STDB_WASMTIME_LIBRARY": folder / "lib" / "libwasmtime.so",
        },
        "cli11": {"STDB_CLI11_INCLUDE": usr / "include"},
        "googletest": {"STDB_GOOGLETEST_SOURCE": usr / "src" / "googletest" / "googletest"},
        "catch2": {"STDB_CATCH2_INCLUDE": usr / "include"},
        "doctest": {"STDB_DOCTEST_INCLUDE": usr / "include"},
        "benchmark": {
            "STDB_BENCHMARK_INCLUDE": usr / "include",
            "STDB_BENCHMARK_LIBRARY": usr / "lib" / "x86_64-linux-gnu" / "libbenchmark.so",
        },
        "serializers": {
            "STDB_SERIALIZERS_INCLUDE": usr / "include",
            "STDB_PROTOBUF_LITE_LIBRARY": usr / "lib" / "x86_64-linux-gnu" / "libprotobuf-lite.a",
            "STDB_FLATC": folder / "bin" / "flatc",
            "STDB_PROTOC": folder / "bin" / "protoc",
        },
    }
    return {name: str(value) for name, value in told.get(part.name, {}).items()}


def write_all(output: Path, variables: dict[str, str], llvm: Path | None, binaryen: Path | None) -> None:
    """Writes parts.cmake, and beside it what the variables need: Emscripten's configuration for the unpacked one (which
    lies with `llvm` and `binaryen`), and a folder that holds Boost's headers alone. Asks Emscripten for its commands."""
    output.mkdir(parents=True, exist_ok=True)
    if "STDB_BOOST_INCLUDE" in variables:
        variables["STDB_BOOST_INCLUDE"] = str(link_to_boost(output, Path(variables["STDB_BOOST_INCLUDE"])))
    if "STDB_EMSCRIPTEN" in variables:
        _tell_emscripten(output, variables, llvm, binaryen)
    lines = [f"set({name} [==[{value}]==])\n" for name, value in sorted(variables.items())]
    write_text(output / "parts.cmake", "# Written by sdk/cmake/provision at configure time.\n" + "".join(lines))


def _tell_emscripten(output: Path, variables: dict[str, str], llvm: Path | None, binaryen: Path | None) -> None:
    """Puts the commands in the place of where Emscripten lies."""
    folder, program = Path(variables.pop("STDB_EMSCRIPTEN")), variables.pop("STDB_EMCC_PROGRAM")
    config = None
    if not program:
        node = shutil.which("node") or shutil.which("nodejs")
        if node is None:
            raise ProvisionError("Emscripten needs Node.js, and this machine has none on PATH; install nodejs (12 or newer)")
        places = {"LLVM_ROOT": llvm / "bin", "BINARYEN_ROOT": binaryen, "NODE_JS": node, "CACHE": folder / "cache"}
        text = "".join(f"{name} = {str(value)!r}\n" for name, value in places.items())
        config = output / "em.config"
        write_text(config, f"# Emscripten's configuration, written at configure time.\n{text}FROZEN_CACHE = True\n")
    script = folder / "em++.py"
    beside = Path(program).with_name("em++") if program else None
    commands = ask_emscripten([sys.executable, "-E", str(script)] if script.exists() else [str(beside)], config)
    variables |= {name: ";".join(command) for name, command in commands.items()}


def link_to_boost(folder: Path, include: Path) -> Path:
    """Boost may lie in /usr/include, which must never become an include folder of a wasm build. So it is linked to from a
    folder of its own, below `folder`."""
    alone = folder / "boost"
    alone.mkdir(exist_ok=True)
    link = alone / "boost"
    target = str(include / "boost")
    if not (link.is_symlink() and os.readlink(link) == target):
        link.unlink(missing_ok=True)
        link.symlink_to(target)
    return alone


def write_text(path: Path, text: str) -> None:
    """Leaves a file that already says the same alone, so that nothing is rebuilt for it."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        temporary = path.with_name(path.name + ".tmp")
        temporary.write_text(text, encoding="utf-8")
        temporary.rename(path)
