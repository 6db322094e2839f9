# tests/provision/fakes.py: small parts with archives made on the spot, and a fetcher that can be told to fail.
import hashlib
import io
import sys
import tarfile
from pathlib import Path

PROVISIONER = Path(__file__).resolve().parents[2] / "sdk" / "cmake" / "provision"
sys.path.insert(0, str(PROVISIONER))

from errors import ProvisionError  # noqa: E402
from lock_file import File, Part  # noqa: E402

CONTENTS = {"thing-1.0/include/thing.h": b"#define THING 1\n", "thing-1.0/doc/manual.txt": b"read me\n"}


def tar_gz(contents: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name, data in contents.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return out.getvalue()


def part_of(archive: bytes, keep: tuple[str, ...] = ("*",)) -> Part:
    """A part of one crate, whose pinned hash is that of `archive`."""
    file = File("crates", "thing", "", "1.0", "", hashlib.sha256(archive).hexdigest(), keep, ())
    key = hashlib.sha256(archive).hexdigest()[:16]
    return Part("thing", "1.0", ("host",), (), "", "exact", "install thing 1.0", (file,), None, key)


class FakeFetcher:
    """Serves `archive`, or raises what `failure` holds; counts how often it is asked."""

    def __init__(self, archive: bytes):
        self.archive = archive
        self.failure: BaseException | None = None
        self.count = 0

    def fetch(self, files: list[File], folder: Path) -> list[Path]:
        self.count += 1
        paths = []
        for file in files:
            path = folder / f"{file.name}.crate"
            path.write_bytes(self.archive[: len(self.archive) // 2] if self.failure else self.archive)
            paths.append(path)
        if self.failure:
            raise self.failure
        return paths


__all__ = ["CONTENTS", "FakeFetcher", "PROVISIONER", "ProvisionError", "part_of", "tar_gz"]
