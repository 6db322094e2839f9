# sdk/cmake/provision/emscripten.py: asks Emscripten how it compiles and links, by building a module of nothing.
#
# A build then runs clang and wasm-ld themselves. em++ would find out the same again each time, which takes it a third of a
# second for a source and more than one for a link; what it does after wasm-ld, our own finishing pass does or undoes.
import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from errors import ProvisionError

# How modules are compiled, as far as it is Emscripten that knows what that means.
COMPILED = ["-flto", "-sSUPPORT_LONGJMP=0", "-sSTRICT=1"]
# And linked: -O1 and the features choose among Emscripten's libraries. The stack lies below the data so that an overflow
# traps instead of overwriting it.
LINKED = ["-mbulk-memory", "-mnontrapping-fptoint", "-msign-ext", "-O1", "-sSTANDALONE_WASM", "--no-entry", "-sFILESYSTEM=0"]
LINKED += ["-sMALLOC=none", "-sALLOW_MEMORY_GROWTH=1", "-Wl,--stack-first", "--profiling-funcs"]
# Each module has sizes of its own.
SIZES = ("--max-memory=", "--initial-memory=", "--initial-heap=", "stack-size=")
# What is defined nowhere becomes an import, which the finishing pass refuses with the names of those who call it. Emscripten
# has a list of what JavaScript would define, to the same end.
UNDEFINED = "--import-undefined"
# The first link may build libraries, where Emscripten came without them.
PATIENCE = 1800


def ask_emscripten(emxx: list[str], config: Path | None) -> dict[str, list[str]]:
    """The programs with their first arguments, by which a module's sources are compiled (STDB_WASM_CXX; with -x c those
    in C, too) and its objects linked (STDB_WASM_LD; the objects go behind the program)."""
    # Resolved: what lies here is told by its path in the commands that Emscripten prints.
    with tempfile.TemporaryDirectory(prefix="stdb-") as temporary:
        folder = Path(temporary).resolve()
        source = folder / "nothing.cpp"
        source.write_text("")
        said = _run([*emxx, "-v", *COMPILED, *LINKED, str(source), "-o", str(folder / "nothing.wasm")], config, folder)
        compiler, linker = _compiler(_commands(said, source.name), source), _linker(_commands(said, "wasm-ld"), folder)
        for what, command in (("compiles", compiler), ("links", linker)):
            if not command or any(part.startswith("@") or ";" in part for part in command):
                raise ProvisionError(
                    f"Emscripten does not say how it {what}, or not as its pinned version does (a path with a semicolon is "
                    f"no use either). It says:\n{said.strip()}"
                )
        return {"STDB_WASM_CXX": compiler, "STDB_WASM_LD": [*linker, UNDEFINED]}


def _run(command: list[str], config: Path | None, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("EMCC_")}
    # A compiler cache is no part of what is asked, not even one that Emscripten's own configuration names.
    environment |= {"TMPDIR": str(folder), "EM_COMPILER_WRAPPER": "", "EM_FORCE_RESPONSE_FILES": "0"}
    if config is not None:
        environment["EM_CONFIG"] = str(config)
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise ProvisionError(f"Emscripten has not built a module of nothing in {PATIENCE} seconds") from error
    except OSError as error:
        raise ProvisionError(f"Emscripten does not run: {error}") from error
    if done.returncode != 0:
        raise ProvisionError(f"Emscripten cannot build a module of nothing. It says:\n{done.stderr.strip()}")
    return done.stderr


def _commands(said: str, word: str) -> list[list[str]]:
    """The printed commands in which the word is."""
    found = []
    for line in said.splitlines():
        if word in line and line.startswith((" /", ' "/', " '/")):
            try:
                found.append(shlex.split(line))
            except ValueError:  # no command, but a path with one quotation mark
                continue
    return found


def _compiler(commands: list[list[str]], source: Path) -> list[str]:
    """Without what is said for each source anew. Empty: there is none."""
    own = {"-v", "-c", "-o", str(source), *LINKED}
    for command in commands:
        if str(source) in command and "-cc1" not in command:
            return [part for part in command if part not in own and source.parent not in Path(part).parents]
    return []


def _linker(commands: list[list[str]], folder: Path) -> list[str]:
    """Without the objects. Empty: there is none."""
    for command in commands:
        if not Path(command[0]).name.startswith("wasm-ld"):
            continue
        kept: list[str] = []
        for part in command:
            if folder in Path(part).parents or part == "-o" or part.startswith(SIZES):
                if kept and kept[-1] == "-z":  # the letter of an option whose value goes
                    kept.pop()
            else:
                kept.append(part)
        return kept
    return []
