# sdk/cmake/provision/store.py: the cache of unpacked parts. A part's folder is there whole or it is not there.
import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Callable, Iterator, Protocol

import arrange
from archive import unpack
from errors import CacheNotWritable, ProvisionError
from lock_file import File, Part

MANIFEST = "stdb-part.json"


def default_root() -> Path:
    """Where the cache lies unless it is said otherwise."""
    return Path(os.environ.get("STDB_CACHE") or "~/.cache/stdb")


class Fetcher(Protocol):
    """Gets archives from one provider."""

    def fetch(self, files: list[File], folder: Path) -> list[Path]:
        """Puts each file into the empty `folder`, in the order asked for. Raises ProvisionError."""


class Store:
    """Parts under `root`:
    parts/NAME-VERSION-KEY/   one unpacked part with its manifest; made under a temporary name, renamed last
    downloads/                verified archives of a part that is not finished yet
    headers/                  precompiled headers, see precompile.py
    tmp/                      work in progress; whatever an interrupted run left there is swept away by the next
    lock                      held while anything is written
    """

    def __init__(self, root: Path, fetchers: dict[str, Fetcher], say: Callable[[str], None]):
        self.root = root
        self._fetchers = fetchers
        self._say = say

    def folder(self, part: Part) -> Path:
        return self.root / "parts" / f"{part.name}-{part.version}-{part.key}"

    def is_there(self, part: Part) -> bool:
        return is_whole(self.folder(part))

    def ensure(self, part: Part) -> Path:
        """The part's folder, whole: as it stands in the cache (no network), else fetched, verified and unpacked."""
        folder = self.folder(part)
        if self.is_there(part):
            return folder
        with exclusive(self.root, self._say):
            if not self.is_there(part):
                self._make(part, folder)
        return folder

    def _make(self, part: Part, folder: Path) -> None:
        if folder.exists():
            self._say(f"{folder.name} in the cache is damaged; making it anew")
        shutil.rmtree(self.root / "tmp", ignore_errors=True)
        work = self.root / "tmp" / folder.name
        tree = work / "tree"
        tree.mkdir(parents=True)
        archives = self._archives(part, work)
        self._say(f"unpacking {part.name} {part.version}")
        for file, archive in archives:
            try:
                unpack(file, archive, tree)
            except ProvisionError:
                archive.unlink(missing_ok=True)
                raise
        arrange.arrange(part, tree, folder)
        (tree / MANIFEST).write_text(json.dumps(_manifest(tree, folder)), encoding="utf-8")
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists():
            folder.rename(work / "damaged")
        tree.rename(folder)
        shutil.rmtree(work, ignore_errors=True)
        for _, archive in archives:
            archive.unlink(missing_ok=True)
        self._say(f"{part.name} {part.version} is ready")

    def _archives(self, part: Part, work: Path) -> list[tuple[File, Path]]:
        """Every archive of the part, verified, in downloads/. One that an earlier run got and verified is used again."""
        downloads = self.root / "downloads"
        downloads.mkdir(parents=True, exist_ok=True)
        places = {file: downloads / _download_name(file) for file in part.files}
        for file, place in places.items():
            if place.exists() and not _is_right(file, place):
                self._say(f"{place.name} in the cache is damaged; getting it again")
                place.unlink()
        for provider in dict.fromkeys(file.provider for file in part.files):
            missing = [file for file in part.files if file.provider == provider and not places[file].exists()]
            if missing:
                names = ", ".join(file.name for file in missing)
                self._say(f"getting {part.name} {part.version} ({provider}: {names})")
                self._fetch(provider, missing, places, work / provider)
        return list(places.items())

    def _fetch(self, provider: str, files: list[File], places: dict[File, Path], folder: Path) -> None:
        folder.mkdir(parents=True)
        for file, path in zip(files, self._fetchers[provider].fetch(files, folder), strict=True):
            if not _is_right(file, path):
                raise ProvisionError(
                    f"{path.name} ({file.title()}, {path.stat().st_size} bytes) has the SHA-256 {sha256_of(path)}, but "
                    f"emsdk.lock pins {file.sha256}: the download was cut short or is not the pinned file. It is not used; "
                    "run the configure step again, and if this stays, ask who runs the mirror"
                )
            path.rename(places[file])


@contextlib.contextmanager
def exclusive(root: Path, say: Callable[[str], None]) -> Iterator[None]:
    """The cache is this process's to write to. Raises CacheNotWritable."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        handle = (root / "lock").open("w")
    except OSError as error:
        raise CacheNotWritable(
            f"cannot write to the cache {root}: {error.strerror}; make it writable, or name another with STDB_CACHE"
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another configure is filling the cache; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_whole(folder: Path) -> bool:
    """Whether every file that was unpacked into `folder` is still there with its size. Costs one stat a file."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["folder"] != str(folder):
            return False
        for path, size in manifest["files"].items():
            if os.lstat(f"{folder}/{path}").st_size != size:
                return False
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    return True


def sha256_of(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _manifest(tree: Path, folder: Path) -> dict:
    files = {}
    for parent, _, names in os.walk(tree):
        for name in names:
            path = os.path.join(parent, name)
            files[os.path.relpath(path, tree)] = os.lstat(path).st_size
    return {"folder": str(folder), "files": files}


def _is_right(file: File, path: Path) -> bool:
    # Without a hash, the provider has verified the file when it was fetched (apt's signed index).
    return not file.sha256 or sha256_of(path) == file.sha256


def _download_name(file: File) -> str:
    return file.sha256 or f"{file.name}-{file.suite}-{file.least}"
