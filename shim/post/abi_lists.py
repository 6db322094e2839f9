# shim/post/abi_lists.py: reads abi's imports.def and exports.def, and says what each server generation offers.
import re
from dataclasses import dataclass
from pathlib import Path

from errors import ModuleError
from wasm_file import Signature

# The highest minor of spacetime_10 that the oldest server of a target links: (from this target on, minor).
OFFERED = [(10000, 0), (20000, 4), (20200, 5), (21400, 6)]


@dataclass(frozen=True)
class HostImport:
    minor: int
    signature: Signature


@dataclass(frozen=True)
class ModuleExport:
    required: bool
    signature: Signature


def offered_minor(target: int) -> int:
    return max(minor for least, minor in OFFERED if least <= target)


def target_text(target: int) -> str:
    """20401 is what stdb_add_module calls 2.4.1; target 1 has no further places."""
    major, minor, patch = target // 10000, target // 100 % 100, target % 100
    return "1" if major == 1 else f"{major}.{minor}" + (f".{patch}" if patch else "")


def read_imports(path: Path) -> dict[tuple[str, str], HostImport]:
    """By wasm module and name."""
    found = {}
    rows = re.findall(r"^STDB_IMPORT\((\d+), (\w+), (\w+),\s*\(([^)]*)\)", _text_of(path), flags=re.MULTILINE)
    for minor, name, result, parameters in rows:
        kinds = [_wasm_type(one) for one in parameters.split(",")]
        signature = Signature(tuple(filter(None, kinds)), tuple(filter(None, [_wasm_type(result)])))
        found[f"spacetime_10.{minor}", name] = HostImport(int(minor), signature)
    if not found:
        raise ModuleError(f"{path} lists no import")
    return found


def read_exports(path: Path) -> dict[str, ModuleExport]:
    found = {}
    rows = re.findall(r"^STDB_EXPORT\((\w+), (\w+), (\w+), \(([^)]*)\)\)", _text_of(path), flags=re.MULTILINE)
    for name, need, result, parameters in rows:
        kinds = tuple(kind.strip() for kind in parameters.split(",") if kind.strip())
        found[name] = ModuleExport(need == "REQUIRED", Signature(kinds, () if result == "VOID" else (result,)))
    if not found:
        raise ModuleError(f"{path} lists no export")
    return found


def _wasm_type(declaration: str) -> str:
    """How a C parameter or result travels: pointers and narrow integers as i32; void not at all."""
    declaration = declaration.strip()
    if "*" in declaration:
        return "I32"
    if declaration in ("", "void"):
        return ""
    return "I64" if re.match(r"u?int64_t\b", declaration) else "I32"


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ModuleError(f"cannot read {path}: {error.strerror}") from error
