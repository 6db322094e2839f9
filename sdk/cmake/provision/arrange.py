# sdk/cmake/provision/arrange.py: what is added to an unpacked part so that it can be used where it lies.
import re
from pathlib import Path

from errors import ProvisionError
from lock_file import Part, Programs

# Features that the wheel's library was built without; all others of conf.h.in are on, as in the crate's own defaults.
WASMTIME_FEATURES_OFF = {"WASMTIME_FEATURE_DISABLE_LOGGING", "WASMTIME_FEATURE_ALL_ARCH"}


def arrange(part: Part, tree: Path, final: Path) -> None:
    """Completes the part unpacked in `tree`, which will be renamed to `final`. Raises ProvisionError if it is not as known."""
    if part.programs:
        _write_scripts(part, part.programs, tree, final)
    if part.name == "wasmtime":
        _arrange_wasmtime(tree)


def _write_scripts(part: Part, programs: Programs, tree: Path, final: Path) -> None:
    libraries = final / programs.libraries
    (tree / "bin").mkdir(exist_ok=True)
    for name in programs.names:
        if not (tree / programs.folder / name).exists():
            raise ProvisionError(f"{part.name} {part.version}: its packages hold no {programs.folder}/{name}")
        program = final / programs.folder / name
        if programs.loader:
            command = f'exec "{final / programs.loader}" --library-path "{libraries}" "{program}" "$@"'
        else:
            # The folder holds no C library, only what LLVM was linked with; so the programs it starts are not harmed.
            command = f'LD_LIBRARY_PATH="{libraries}${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}" exec "{program}" "$@"'
        script = tree / "bin" / name
        script.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
        script.chmod(0o755)


def _arrange_wasmtime(tree: Path) -> None:
    """include/ and lib/ out of a crate's headers and a wheel's library, which comes without a soname: whoever links it by
    -lwasmtime records the file's name, and finds it through its own rpath."""
    (library,) = tree.glob("wasmtime/*/_libwasmtime.so")
    (headers,) = tree.glob("*/include")
    (tree / "lib").mkdir()
    library.rename(tree / "lib" / "libwasmtime.so")
    headers.rename(tree / "include")
    template = tree / "include" / "wasmtime" / "conf.h.in"

    def defined(match: re.Match) -> str:
        name = match.group(1)
        return f"/* #undef {name} */" if name in WASMTIME_FEATURES_OFF else f"#define {name}"

    text = re.sub(r"^#cmakedefine (\w+)$", defined, template.read_text(encoding="utf-8"), flags=re.MULTILINE)
    template.with_name("conf.h").write_text(text, encoding="utf-8")
