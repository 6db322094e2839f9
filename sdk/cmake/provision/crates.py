# sdk/cmake/provision/crates.py: gets single crates with cargo, as the machine has it configured.
import os
import re
import shutil
import subprocess
from pathlib import Path

from errors import ProvisionError
from lock_file import File

LEAST_CARGO = (1, 82)  # the first with `cargo info`


class CratesFetcher:
    """Gets crates without their dependencies: `cargo info` downloads the one it tells about into cargo's own cache."""

    def fetch(self, files: list[File], folder: Path) -> list[Path]:
        return [self._one(file, folder) for file in files]

    def _one(self, file: File, folder: Path) -> Path:
        archive = f"{file.name}-{file.version}.crate"
        found = self._cached(archive)
        if found is None:
            self._download(file, folder)
            found = self._cached(archive)
        if found is None:
            raise ProvisionError(f"cargo info {file.name}@{file.version} left no {archive} in {_cargo_home()}/registry/cache")
        return Path(shutil.copy(found, folder / archive))

    def _download(self, file: File, folder: Path) -> None:
        try:
            said = subprocess.run(["cargo", "--version"], capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError) as error:
            raise ProvisionError(f"cargo is needed to get {file.title()} ({error}); install Rust (cargo 1.82 or newer)") from error
        version = tuple(int(number) for number in re.search(r"(\d+)\.(\d+)", said).groups())
        if version < LEAST_CARGO:
            raise ProvisionError(f"cargo 1.82 or newer is needed to get {file.title()}; here is {said.strip()}")
        command = ["cargo", "info", f"{file.name}@{file.version}"]
        done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise ProvisionError(f"{' '.join(command)} failed. It says:\n{done.stderr.strip()}")

    def _cached(self, archive: str) -> Path | None:
        return next(iter(sorted(_cargo_home().glob(f"registry/cache/*/{archive}"))), None)


def _cargo_home() -> Path:
    return Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo")
