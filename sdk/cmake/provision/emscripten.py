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
# And linked. -O1: Binaryen's turn comes in the finishing pass; LLVM optimises as each source was compiled. The stack lies
# below the data so that an overflow traps instead of overwriting it.
LINKED = ["-mbulk-memory", "-mnontrapping-fptoint", "-msign-ext", "-O1", "-sSTANDALONE_WASM", "--no-entry", "-sFILESYSTEM=0"]
LINKED += ["-sMALLOC=none", "-sALLOW_MEMORY_GROWTH=1", "-Wl,--stack-first", "--profiling-funcs"]
# Each module has sizes of its own.
SIZES = ("--max-memory=", "--initial-memory=", "--initial-heap=", "stack-size=")


def ask_emscripten(emxx: list[str], config: Path | None) -> dict[str, list[str]]:
    """The programs with their first arguments, by which a module's sources are compiled (STDB_WASM_CXX; with -x c those
    in C, too) and its objects linked (STDB_WASM_LD; the objects go behind the program)."""
    # Resolved: what lies here is told by its path in the commands that Emscripten prints.
    with tempfile.TemporaryDirectory(prefix="stdb-") as temporary:
        folder = Path(temporary).resolve()
        source = folder / "nothing.cpp"
        source.write_text("")
        said = _run([*emxx, "-v", *COMPILED, *LINKED, str(source), "-o", str(folder / "nothing.wasm")], config, folder)
        commands = [shlex.split(line) for line in said.splitlines() if line.startswith((" /", ' "/', " '/"))]
        return {"STDB_WASM_CXX": _compiler(commands, source, said), "STDB_WASM_LD": _linker(commands, folder, said)}


def _run(command: list[str], config: Path | None, folder: Path) -> str:
    ours = ("EMCC_CFLAGS", "EMCC_DEBUG", "EM_COMPILER_WRAPPER", "_EMCC_CCACHE")
    environment = {name: value for name, value in os.environ.items() if name not in ours} | {"TMPDIR": str(folder)}
    if config is not None:
        environment["EM_CONFIG"] = str(config)
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProvisionError(f"Emscripten does not run: {error}") from error
    if done.returncode != 0:
        raise ProvisionError(f"Emscripten cannot build a module of nothing. It says:\n{done.stderr.strip()}")
    return done.stderr


def _compiler(commands: list[list[str]], source: Path, said: str) -> list[str]:
    """Without what is said for each source anew."""
    for command in commands:
        if str(source) in command and "-cc1" not in command:
            own = {"-v", "-c", "-o", str(source), *LINKED}
            return [part for part in command if part not in own and source.parent not in Path(part).parents]
    raise _unknown("how it compiles", said)


def _linker(commands: list[list[str]], folder: Path, said: str) -> list[str]:
    """Without the objects, and without the list of the functions that JavaScript would have: no server has them."""
    for command in commands:
        if Path(command[0]).name.startswith("wasm-ld"):
            kept = []
            for part in command:
                if folder in Path(part).parents or part == "-o" or part.startswith(SIZES):
                    # The letter of an option whose value goes.
                    if kept[-1] == "-z":
                        kept.pop()
                else:
                    kept.append(part)
            return kept
    raise _unknown("how it links", said)


def _unknown(what: str, said: str) -> ProvisionError:
    return ProvisionError(f"Emscripten does not say, or not as its pinned version does, {what}. It says:\n{said.strip()}")
