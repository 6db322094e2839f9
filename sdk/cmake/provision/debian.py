# sdk/cmake/provision/debian.py: gets Debian packages with apt-get, from the machine's own mirror, without root and without
# touching what is installed: apt runs on a private configuration, private lists and an empty status file.
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Callable

from errors import ProvisionError
from lock_file import File

SUITES = {"bookworm", "trixie", "forky", "sid", "oldstable", "stable", "testing", "unstable"}
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


class DebianFetcher:
    """Gets packages of bookworm and trixie. Apt verifies each against the suite's signed index."""

    def __init__(self, root: Path, say: Callable[[str], None]):
        self._root = root  # of apt's private files
        self._say = say
        self._updated: set[str] = set()
        self._failure: ProvisionError | None = None

    def fetch(self, files: list[File], folder: Path) -> list[Path]:
        if self._failure:
            raise self._failure  # the same for every part; a mirror that is away is asked once
        try:
            self._update({file.suite for file in files} | self._updated)
        except ProvisionError as error:
            self._failure = error
            raise
        wanted = [f"{file.name}={file.version}" if file.version else f"{file.name}/{file.suite}" for file in files]
        self._apt(["download", *wanted], "download " + ", ".join(file.title() for file in files), folder)
        return [self._downloaded(file, folder) for file in files]

    def _update(self, suites: set[str]) -> None:
        if suites <= self._updated:
            return
        missing = [program for program in ("apt-get", "apt-config", "dpkg-deb") if shutil.which(program) is None]
        if missing:
            raise ProvisionError(f"this machine has no {', '.join(missing)}, so Debian's packages cannot be had")
        mirror = debian_mirror(_source_files())
        signed = f" [signed-by={KEYRING}]" if KEYRING.exists() else ""
        for folder in ("lists/partial", "cache/archives/partial", "parts"):
            (self._root / folder).mkdir(parents=True, exist_ok=True)
        sources = "".join(f"deb{signed} {mirror} {suite} main\n" for suite in sorted(suites))
        (self._root / "sources.list").write_text(sources, encoding="utf-8")
        (self._root / "apt.conf").write_text(self._configuration(), encoding="utf-8")
        self._say(f"reading the package lists of Debian {' and '.join(sorted(suites))}")
        self._apt(["update"], "read the package lists", self._root)
        self._updated = suites

    def _configuration(self) -> str:
        """How the machine acquires files (proxies, certificates), without its sources, hooks and index targets."""
        said = _output(["apt-config", "dump", "Acquire"])
        kept = [line for line in said.splitlines() if re.match(r"Acquire::\S", line) and "::IndexTargets" not in line]
        root = self._root
        return "\n".join([
            *kept,
            f'Dir::Etc::Parts "{root}/parts";', 'Dir::Etc::Main "/dev/null";',
            f'Dir::Etc::SourceList "{root}/sources.list";', 'Dir::Etc::SourceParts "/dev/null";',
            f'Dir::State::Lists "{root}/lists";', 'Dir::State::Status "/dev/null";', f'Dir::Cache "{root}/cache";',
            'Dir::Cache::pkgcache "";', 'Dir::Cache::srcpkgcache "";', 'Acquire::GzipIndexes "true";',
            'Debug::NoLocking "true";', 'APT::Sandbox::User "";', 'APT::Architecture "amd64";',
            'Acquire::Languages "none";', 'Acquire::AllowInsecureRepositories "false";', 'Acquire::Retries "3";', "",
        ])  # fmt: skip

    def _apt(self, arguments: list[str], purpose: str, folder: Path) -> None:
        # Standard output stays the caller's: on a terminal apt draws its progress there.
        environment = {**os.environ, "APT_CONFIG": str(self._root / "apt.conf"), "LC_ALL": "C"}
        done = subprocess.run(["apt-get", "-q", *arguments], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0 or "W: Failed to fetch" in done.stderr:
            raise ProvisionError(
                f"apt-get could not {purpose}. It says:\n{done.stderr.strip()}\n"
                "(A missing public key: install a newer debian-archive-keyring. A version that is not found: the mirror has "
                "moved on, and emsdk.lock must follow.)"
            )

    def _downloaded(self, file: File, folder: Path) -> Path:
        found = list(folder.glob(f"{file.name}_*.deb"))
        if len(found) != 1:
            raise ProvisionError(f"apt-get download {file.name} left {len(found)} files where one was expected")
        if file.least:
            version = _output(["dpkg-deb", "-f", str(found[0]), "Version"]).strip()
            if subprocess.run(["dpkg", "--compare-versions", version, "ge", file.least]).returncode != 0:
                raise ProvisionError(f"{file.name} of {file.suite} is {version} here, and at least {file.least} is needed")
        return found[0]


def debian_mirror(source_files: list[Path]) -> str:
    """The first address in apt's source files that serves a whole Debian suite (its main component). Reads one-line files
    (*.list) and deb822 files (*.sources). Raises ProvisionError if there is none."""
    for path in source_files:
        text = path.read_text(encoding="utf-8", errors="replace")
        for address, suites, components in _stanzas(text) if path.suffix == ".sources" else _lines(text):
            if set(suites) & SUITES and "main" in components:
                return address
    raise ProvisionError("apt's configuration names no Debian mirror (another distribution?), so Debian's packages cannot be had")


def _lines(text: str) -> list[tuple[str, list[str], list[str]]]:
    found = []
    for line in text.splitlines():
        words = re.sub(r"\[[^\]]*\]", " ", line.split("#")[0]).split()
        if len(words) >= 4 and words[0] == "deb":
            found.append((words[1], [words[2]], words[3:]))
    return found


def _stanzas(text: str) -> list[tuple[str, list[str], list[str]]]:
    found = []
    text = re.sub(r"^#.*\n?", "", text, flags=re.MULTILINE)
    for stanza in re.split(r"\n\s*\n", text):
        fields = {}
        for match in re.finditer(r"^([\w-]+):(.*(?:\n[ \t].*)*)", stanza, flags=re.MULTILINE):
            fields[match.group(1).lower()] = match.group(2).split()
        enabled = fields.get("enabled", ["yes"]) != ["no"]
        if enabled and "deb" in fields.get("types", []) and fields.get("uris"):
            found.append((fields["uris"][0], fields.get("suites", []), fields.get("components", [])))
    return found


def _source_files() -> list[Path]:
    said = _output(["apt-config", "shell", "LIST", "Dir::Etc::sourcelist/f", "PARTS", "Dir::Etc::sourceparts/d"])
    places = dict(re.findall(r"(\w+)='([^']*)'", said))
    parts = Path(places.get("PARTS", "/etc/apt/sources.list.d"))
    files = [Path(places.get("LIST", "/etc/apt/sources.list"))]
    files += sorted(path for path in parts.glob("*") if path.suffix in (".list", ".sources"))
    return [path for path in files if path.is_file()]


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise ProvisionError(f"{' '.join(command)} failed: {done.stderr.strip()}")
    return done.stdout
