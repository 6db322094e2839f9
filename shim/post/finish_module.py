# shim/post/finish_module.py: has a module linked, and makes the one that is published out of what the linker left: strips it,
# optimises it, and refuses it if a server would. Run by stdb_add_module:
#   finish_module.py --input LINKED --output NAME.wasm --target 20800 --level=-Oz --abi FOLDER --wasm-opt PROGRAM -- LINKER...
# Without the linker's command, LINKED is there already. Writes NAME.wasm and NAME.size.json, each of them whole or not at all.
# Exit code 1: refused, the reasons are on standard error.
import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from abi_lists import ModuleExport, offered_minor, read_exports, read_imports, target_text
from errors import ModuleError
from size_report import json_text, size_report
from wasm_code import is_empty, only_traps, users_of_functions
from wasm_file import FUNCTION, MEMORY, Export, Section, Signature, WasmFile, export_section, read_wasm, write_wasm

# What every server's validator accepts, from the first release on. Never -all: it lets through what they cannot parse.
FEATURES = ["bulk-memory", "sign-ext", "nontrapping-float-to-int", "mutable-globals", "multivalue"]
# What Emscripten itself would run at -O2 and above. The linked file comes from wasm-ld and still has all its functions.
PASSES = ["--remove-unused-module-elements", "--strip-producers", "--post-emscripten"]
# The memory is the module's own and starts as zeros; nothing changes the table of functions.
ASSUMPTIONS = ["--zero-filled-memory", "--pass-arg=directize-initial-contents-immutable"]
# Static constructors. Every host calls __preinit__ functions, in the order of their names, and only the newest _initialize.
CONSTRUCTORS, PREINIT = "_initialize", "__preinit__00_constructors"
# What each module's own sources define.
DEFINITION = "stdb::module"
UNSEEN = "its address is in a table of functions"


def finish(linked: bytes, target: int, level: str, abi: Path, wasm_opt: str) -> tuple[bytes, dict]:
    """The finished module and its size report. Raises ModuleError with every reason why it cannot be published."""
    file = read_wasm(linked)
    expected = read_exports(abi / "exports.def")
    exports = _kept_exports(file, expected)
    _check_exports(file, exports, expected)
    named = read_wasm(_run_binaryen(_with_exports(file, exports), [*PASSES, level, "-Oz", *ASSUMPTIONS], wasm_opt))
    useful = _without_idle_exports(named, expected)
    if useful != named.exports:
        named = read_wasm(_run_binaryen(_with_exports(named, useful), [*PASSES], wasm_opt))
    _check_imports(named, _import_callers(file), read_imports(abi / "imports.def"), target)
    finished = write_wasm([section for section in named.sections if section.id != 0])
    return finished, size_report(finished, named, target)


def _kept_exports(file: WasmFile, expected: dict[str, ModuleExport]) -> list[Export]:
    """Without what Emscripten leaks; constructors under the name that every host calls."""
    kept = []
    for one in file.exports:
        if one.name == CONSTRUCTORS:
            kept.append(Export(PREINIT, one.kind, one.index))
        elif one.name in expected or one.name == "memory" or one.name.startswith("__preinit__"):
            kept.append(one)
    return kept


def _without_idle_exports(file: WasmFile, expected: dict[str, ModuleExport]) -> list[Export]:
    """The exports without the constructors, if Binaryen has found that they do nothing, and without the entries that can
    only trap, since the module has no function of their kind."""
    first = len(file.function_imports())

    def is_idle(one: Export) -> bool:
        if one.name == PREINIT:
            return is_empty(file.bodies[one.index - first])
        return one.name in expected and not expected[one.name].required and only_traps(file.bodies[one.index - first])

    return [one for one in file.exports if not is_idle(one)]


def _check_exports(file: WasmFile, exports: list[Export], expected: dict[str, ModuleExport]) -> None:
    found = {one.name: one for one in exports}
    problems = []
    for name, export in expected.items():
        if export.required and name not in found:
            problems.append(
                f'the export "{name}" {export.signature} is missing, and no server takes a module without it; link the '
                "SDK's own sources, as stdb_add_module does, and define stdb::module"
            )
    if "memory" not in found or found["memory"].kind != MEMORY:
        problems.append('the memory is not exported as "memory"; do not pass --import-memory or the like to the linker')
    for one in exports:
        if one.name == "memory":
            continue
        wanted = Signature((), ()) if one.name.startswith("__preinit__") else expected[one.name].signature
        has = file.signatures[one.index] if one.kind == FUNCTION else "no function"
        if has != wanted:
            problems.append(f'the export "{one.name}" is {has}, and servers call it as {wanted}; mend its declaration')
    if problems:
        raise ModuleError(*problems)


class ImportCallers(NamedTuple):
    """Who calls an import, as it was written: before Binaryen inlines one function into another."""

    written: str  # the import's own name in the source, as in forgotten(int)
    text: str


def _import_callers(linked: WasmFile) -> dict[tuple[str, str], ImportCallers]:
    users = users_of_functions(linked)
    return {
        (one.module, one.name): ImportCallers(linked.function_name(index), _callers(linked, users, index))
        for index, one in enumerate(linked.function_imports())
    }


def _check_imports(file: WasmFile, users: dict[tuple[str, str], ImportCallers], offered: dict, target: int) -> None:
    """Refuses what the target's oldest server does not offer, and says who asks for it."""
    problems = []
    for one in file.imports:
        written, callers = users.get((one.module, one.name), ImportCallers(one.name, UNSEEN))
        host = offered.get((one.module, one.name))
        if one.module == "env" and "(" in written:
            problems.append(
                f"the function {written} is defined nowhere; {callers}. Define it, give stdb_add_module the source that "
                "does, or remove the call"
            )
        elif one.kind != FUNCTION or host is None:
            problems.append(
                f'the import "{one}" is not one that a SpacetimeDB server offers; {callers}. Remove the call, or define '
                "the function in the module"
            )
        elif host.minor > offered_minor(target):
            problems.append(
                f'the import "{one}" is newer than what servers of target {target_text(target)} offer '
                f"(spacetime_10.{offered_minor(target)}); {callers}. Do not use it, or build for a newer TARGET"
            )
        elif one.signature != host.signature:
            problems.append(
                f'the import "{one}" is declared as {one.signature}, and servers offer it as {host.signature}; {callers}. '
                "Mend its declaration"
            )
    if problems:
        raise ModuleError(*problems)


def _callers(linked: WasmFile, users: dict[int, list[int]], function: int) -> str:
    """Who calls the function; where it is libc that does, also what the module calls of libc to that end."""
    callers = users.get(function, [])
    if not callers:
        return UNSEEN
    seen, front, entries = set(callers), callers, []
    while front:
        above = {user for one in front for user in users.get(one, [])}
        entries += [one for one in front if any(_is_own(linked.function_name(user)) for user in users.get(one, []))]
        front = sorted(user for user in above - seen if not _is_own(linked.function_name(user)))
        seen |= above
    names = [linked.function_name(one) for one in callers]
    needed = [linked.function_name(one) for one in entries if one not in callers]
    behalf = f", on behalf of {_listed(needed)}" if needed and not any(map(_is_own, names)) else ""
    return f"it is called by {_listed(names)}{behalf}"


def _is_own(name: str) -> bool:
    """Whether it is no function of libc: the linker has found parameters in its name, or it is the shim's."""
    return "(" in name or name.startswith("stdb_")


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more


def _link(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 0:
        print(done.stderr, end="", file=sys.stderr)
    elif f"undefined symbol: {DEFINITION}" in done.stderr:
        raise ModuleError(
            f"no source defines {DEFINITION}, which says what the module is made of; write in one of them: constinit const "
            f"stdb::Module {DEFINITION} = stdb::define<stdb::tables<...>, stdb::reducers<...>>;"
        )
    else:
        raise ModuleError(f"it cannot be linked. The linker says:\n{done.stderr.strip() or done.returncode}")


def _with_exports(file: WasmFile, exports: list[Export]) -> bytes:
    """The file with these exports only, and without custom sections but the names."""
    sections: list[Section] = []
    for section in file.sections:
        if section.id == 7:
            sections.append(export_section(exports))
        elif section.id != 0 or section.name == "name":
            sections.append(section)
    return write_wasm(sections)


def _run_binaryen(module: bytes, passes: list[str], wasm_opt: str) -> bytes:
    """Keeps the names."""
    features = ["--mvp-features", *(f"--enable-{feature}" for feature in FEATURES)]
    with tempfile.TemporaryDirectory(prefix="stdb-") as folder:
        before, after = Path(folder, "before.wasm"), Path(folder, "after.wasm")
        before.write_bytes(module)
        command = [wasm_opt, *features, *passes, "-g", str(before), "-o", str(after)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            said = done.stderr.strip().replace(folder + os.sep, "")
            raise ModuleError(f"wasm-opt refuses the module (features allowed: {', '.join(FEATURES)}). It says:\n{said}")
        return after.read_bytes()


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.rename(path)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="finish_module", description="Strips, optimises and checks a linked module.")
    parser.add_argument("--input", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--target", type=int, required=True, help="20401 for 2.4.1")
    parser.add_argument("--level", required=True, help="the Binaryen level that -Oz follows: -Oz, -O3")
    parser.add_argument("--abi", type=Path, required=True, help="folder of imports.def and exports.def")
    parser.add_argument("--wasm-opt", required=True)
    parser.add_argument("linker", nargs="*", metavar="LINKER", help="the command that makes the input")
    options = parser.parse_args(arguments)
    report = options.output.with_suffix(".size.json")
    try:
        if options.linker:
            _link(options.linker)
        linked = options.input.read_bytes()
        module, sizes = finish(linked, options.target, options.level, options.abi, options.wasm_opt)
        _replace(report, (json_text(sizes) + "\n").encode("utf-8"))
        _replace(options.output, module)
    except (ModuleError, OSError) as error:
        # What an earlier build left must not pass for this one.
        options.output.unlink(missing_ok=True)
        report.unlink(missing_ok=True)
        for problem in error.problems if isinstance(error, ModuleError) else [str(error)]:
            print(f"stdb: {options.output.name}: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
