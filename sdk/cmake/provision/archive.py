# sdk/cmake/provision/archive.py: unpacks Debian packages, wheels and crates, as much of them as the lock file keeps.
import fnmatch
import os
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

from errors import ProvisionError
from lock_file import File


def unpack(file: File, archive: Path, into: Path) -> int:
    """Unpacks the kept paths of `archive` under `into`. Returns the number of bytes written. Raises ProvisionError if the
    archive is damaged, holds a path that leads out of `into`, or holds nothing that is kept."""
    openers = {"debian": _unpack_deb, "pypi": _unpack_zip, "crates": _unpack_tar_gz}
    try:
        size = openers[file.provider](file, archive, into)
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, OSError) as error:
        raise ProvisionError(f"cannot unpack {archive.name} ({file.title()}): {error}") from error
    if size == 0:
        raise ProvisionError(f"{archive.name} ({file.title()}) holds nothing that emsdk.lock keeps: {', '.join(file.keep)}")
    return size


def _unpack_deb(file: File, archive: Path, into: Path) -> int:
    with subprocess.Popen(
        ["dpkg-deb", "--fsys-tarfile", str(archive)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            with tarfile.open(fileobj=process.stdout, mode="r|") as tar:
                size = _unpack_members(file, tar, into)
        except tarfile.TarError as error:
            process.kill()
            said = process.stderr.read().decode(errors="replace").strip()
            raise ProvisionError(f"cannot unpack {archive.name} ({file.title()}): {said or error}") from error
        process.stdout.read()
        said = process.stderr.read().decode(errors="replace").strip()
    if process.returncode != 0:
        raise ProvisionError(f"cannot unpack {archive.name} ({file.title()}): dpkg-deb says: {said}")
    return size


def _unpack_tar_gz(file: File, archive: Path, into: Path) -> int:
    with tarfile.open(archive, mode="r:gz") as tar:
        return _unpack_members(file, tar, into)


def _unpack_zip(file: File, archive: Path, into: Path) -> int:
    size = 0
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            path = _inside(member.filename)
            if member.is_dir() or not _kept(file, path):
                continue
            target = _place(into, path)
            with opened.open(member) as source, target.open("wb") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
            size += member.file_size
    return size


def _unpack_members(file: File, tar: tarfile.TarFile, into: Path) -> int:
    size = 0
    for member in tar:
        path = _inside(member.name)
        if member.isdir() or not _kept(file, path):
            continue
        target = _place(into, path)
        if member.issym():
            target.symlink_to(member.linkname)
        elif member.islnk():
            os.link(into / _inside(member.linkname), target)
        elif member.isreg():
            with tar.extractfile(member) as source, target.open("wb") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
            target.chmod(0o755 if member.mode & 0o111 else 0o644)
        else:
            raise ProvisionError(f"{path} of {file.title()} is neither a file nor a link")
        size += max(member.size, 1)
    return size


def _inside(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ProvisionError(f"an archive holds a path that leads out of its folder: {name}")
    return str(path)


def _kept(file: File, path: str) -> bool:
    def any_of(patterns: tuple[str, ...]) -> bool:
        return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)

    return any_of(file.keep) and not any_of(file.drop)


def _place(into: Path, path: str) -> Path:
    target = into / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_symlink() or target.exists():
        target.unlink()
    return target
