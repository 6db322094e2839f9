# tests/oracle/v8_stub.py: a stand-in for the V8 library, which the engine links but runs only JavaScript modules with.
"""Every function of V8 that the Rust crate `v8` mentions becomes a weak symbol that traps when called."""

import json
import pathlib
import re
import subprocess

import cargo_cache

SYMBOL = re.compile(r"\b(?:v8__|v8_inspector__|cppgc__|std__|crdtp__|icu_)\w+")
BINDINGS = "src_binding_release_x86_64-unknown-linux-gnu.rs"

# Names that the crate puts together by macros, and so never mentions whole.
TYPED_ARRAYS = ["Uint8", "Int8", "Uint16", "Int16", "Uint32", "Int32", "Float32", "Float64", "BigUint64", "BigInt64",
                "Uint8Clamped"]
OTHER = ["udata_setCommonData_77"]


def _crate_folder() -> pathlib.Path:
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--manifest-path",
               str(cargo_cache.HERE / "host" / "Cargo.toml")]
    metadata = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    manifests = [package["manifest_path"] for package in metadata["packages"] if package["name"] == "v8"]
    if len(manifests) != 1:
        raise cargo_cache.BuildError(f"expected one v8 crate among the dependencies, found {len(manifests)}")
    return pathlib.Path(manifests[0]).parent


def _symbols(crate: pathlib.Path) -> set[str]:
    sources = [*crate.glob("src/**/*.rs"), crate / "gen" / BINDINGS]
    symbols = {name for source in sources for name in SYMBOL.findall(source.read_text(encoding="utf-8"))}
    return symbols.union((f"v8__{kind}Array__New" for kind in TYPED_ARRAYS), OTHER)


def build(folder: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """Makes two archives in `folder`: an empty one for the crate's own build script, and the stub to link with."""
    folder.mkdir(parents=True, exist_ok=True)
    empty, stub = folder / "libv8_empty.a", folder / "libv8_stub.a"
    source, compiled = folder / "v8_stub.c", folder / "v8_stub.o"
    lines = [f"__attribute__((weak)) void {name}(void) {{ __builtin_trap(); }}\n"
             for name in sorted(_symbols(_crate_folder()))]
    source.write_text("".join(lines), encoding="utf-8")
    for archive in (empty, stub):
        archive.unlink(missing_ok=True)
    # -w: the compiler knows some of the names as functions of another type.
    cargo_cache.run(["cc", "-c", "-fPIC", "-fno-builtin", "-w", source, "-o", compiled])
    cargo_cache.run(["ar", "rcs", stub, compiled])
    cargo_cache.run(["ar", "rcs", empty])
    return empty, stub
