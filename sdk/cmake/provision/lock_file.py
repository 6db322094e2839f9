# sdk/cmake/provision/lock_file.py: reads emsdk.lock into values, and refuses one that is not whole.
import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from errors import ProvisionError

FORMAT = 1
PROVIDERS = ("debian", "pypi", "crates")


@dataclass(frozen=True)
class File:
    """One archive of a part, and which of its paths are unpacked."""

    provider: str  # one of PROVIDERS
    name: str  # package, wheel or crate
    suite: str  # of Debian; else empty
    version: str  # the exact one; empty where `least` rules
    least: str  # the least version of a file that point releases replace; else empty
    sha256: str  # empty exactly where `least` rules
    keep: tuple[str, ...]
    drop: tuple[str, ...]

    def title(self) -> str:
        return f"{self.name} {self.version or 'at least ' + self.least}"


@dataclass(frozen=True)
class Programs:
    """Executables of a part that run with its own libraries, and with its own loader where there is one."""

    folder: str
    libraries: str
    loader: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    name: str
    version: str
    needed_for: tuple[str, ...]
    requires: tuple[str, ...]  # parts that it runs with; always those of the cache
    fetched_with: str  # the part that fetches it where the machine has no such program; else empty
    fits: str
    otherwise: str
    files: tuple[File, ...]
    programs: Programs | None
    key: str  # 16 hexadecimal digits of the hash of all that shapes the unpacked folder


@dataclass(frozen=True)
class Lock:
    path: Path
    architecture: str
    parts: dict[str, Part]


def read_lock(path: Path) -> Lock:
    """Reads the lock file. Raises ProvisionError, with the entry's name, if anything is missing or malformed."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ProvisionError(f"cannot read {path}: {error}") from error
    if table.get("format") != FORMAT:
        raise ProvisionError(f"{path}: format is {table.get('format')!r}; this provisioner reads format {FORMAT}")
    architecture = _text(table, "architecture", path.name)
    parts = {name: _part(name, entry, architecture) for name, entry in table.get("parts", {}).items()}
    for part in parts.values():
        for required in (*part.requires, part.fetched_with):
            if required and required not in parts:
                raise ProvisionError(f"{path}: parts.{part.name} requires {required!r}, which is no part")
    return Lock(path, architecture, parts)


def _part(name: str, entry: dict, architecture: str) -> Part:
    where = f"parts.{name}"
    files = tuple(_file(file, f"{where}.files[{index}]") for index, file in enumerate(entry.get("files", [])))
    if not files:
        raise ProvisionError(f"emsdk.lock: {where} lists no files")
    shape = {what: entry.get(what) for what in ("version", "files", "programs")}
    text = json.dumps([FORMAT, architecture, name, shape], sort_keys=True)
    return Part(
        name=name,
        version=_text(entry, "version", where),
        needed_for=tuple(entry.get("needed_for", [])),
        requires=tuple(entry.get("requires", [])),
        fetched_with=entry.get("fetched_with", ""),
        fits=_text(entry, "fits", where),
        otherwise=_text(entry, "otherwise", where),
        files=files,
        programs=_programs(entry["programs"], where) if "programs" in entry else None,
        key=hashlib.sha256(text.encode()).hexdigest()[:16],
    )


def _file(entry: dict, where: str) -> File:
    provider = _text(entry, "from", where)
    if provider not in PROVIDERS:
        raise ProvisionError(f"emsdk.lock: {where}: from is {provider!r}; it must be one of {', '.join(PROVIDERS)}")
    version, least, sha256 = entry.get("version", ""), entry.get("least", ""), entry.get("sha256", "")
    if bool(version) == bool(least) or bool(version) != bool(sha256):
        raise ProvisionError(f"emsdk.lock: {where}: give version and sha256, or least alone")
    if least and provider != "debian":
        raise ProvisionError(f"emsdk.lock: {where}: only Debian's signed index can vouch for a least version")
    if sha256 and (len(sha256) != 64 or set(sha256) - set("0123456789abcdef")):
        raise ProvisionError(f"emsdk.lock: {where}: sha256 must be 64 lower-case hexadecimal digits")
    suite = _text(entry, "suite", where) if provider == "debian" else ""
    keep, drop = tuple(entry.get("keep", ["*"])), tuple(entry.get("drop", []))
    return File(provider, _text(entry, "name", where), suite, version, least, sha256, keep, drop)


def _programs(entry: dict, where: str) -> Programs:
    where += ".programs"
    loader = entry.get("loader", "")
    return Programs(_text(entry, "folder", where), _text(entry, "libraries", where), loader, tuple(entry["names"]))


def _text(entry: dict, key: str, where: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise ProvisionError(f"emsdk.lock: {where} has no {key}")
    return value
