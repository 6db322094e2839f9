# sdk/cmake/provision/pypi.py: gets wheels with pip, as the machine has it configured.
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Callable

from errors import ProvisionError
from lock_file import File


class PypiFetcher:
    """Gets wheels by exact version and hash; pip verifies them, and the store verifies them again."""

    def __init__(self, spare_pip: Callable[[], Path]):
        """`spare_pip` says where the wheel of pip itself lies, for a machine whose Python has no pip."""
        self._spare_pip = spare_pip

    def fetch(self, files: list[File], folder: Path) -> list[Path]:
        wanted = folder.with_suffix(".txt")
        wanted.write_text("".join(f"{file.name}=={file.version} --hash=sha256:{file.sha256}\n" for file in files))
        command = [*self._pip(), "download", "--no-deps", "--only-binary=:all:", "--disable-pip-version-check"]
        command += ["--require-hashes", "--requirement", str(wanted), "--dest", str(folder)]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, env=environment)
        if done.returncode != 0:
            titles = ", ".join(file.title() for file in files)
            raise ProvisionError(f"pip could not download {titles}. It says:\n{done.stderr.strip()}")
        return [self._downloaded(file, folder) for file in files]

    def _pip(self) -> list[str]:
        if importlib.util.find_spec("pip"):
            return [sys.executable, "-m", "pip"]
        return [sys.executable, str(self._spare_pip() / "pip")]

    def _downloaded(self, file: File, folder: Path) -> Path:
        found = list(folder.glob(f"{file.name.replace('-', '_')}-{file.version}-*.whl"))
        if len(found) != 1:
            raise ProvisionError(f"pip download {file.name} left {len(found)} files where one was expected")
        return found[0]
