# tests/style/tidy_test.py: clang-tidy has nothing to say about the SDK's and the host's sources:
#   tidy_test.py ROOT BUILD CLANG_TIDY
# A file that passed is not looked at again until it, a header, the configuration or its command changes (BUILD/tidy/).
import concurrent.futures
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from our_files import our_files

ROOMS = ("shim", "sdk")


def sources(root: Path, build: Path) -> dict[Path, str]:
    """The compile command of each of our sources."""
    commands = json.loads((build / "compile_commands.json").read_text())
    found = {}
    for entry in commands:
        path = Path(entry["file"])
        if path.is_relative_to(root) and path.relative_to(root).parts[0] in ROOMS and not path.is_relative_to(build):
            found[path] = entry["command"]
    return found


def digest_of_headers(root: Path, clang_tidy: str) -> bytes:
    hash = hashlib.sha256(clang_tidy.encode())
    for path in [root / ".clang-tidy", *our_files(root, {".hpp", ".h", ".def"})]:
        hash.update(path.read_bytes())
    return hash.digest()


def main() -> None:
    root, build, clang_tidy = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    stamps = build / "tidy"
    stamps.mkdir(exist_ok=True)
    headers = digest_of_headers(root, clang_tidy)

    def check(item: tuple[Path, str]) -> str:
        path, compilation = item
        digest = hashlib.sha256(headers + compilation.encode() + path.read_bytes()).hexdigest()
        stamp = stamps / digest
        if stamp.exists():
            return ""
        # The commands are g++'s, some of whose warnings clang does not know.
        command = [clang_tidy, "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", str(build), str(path)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            stamp.touch()
            return ""
        return done.stdout or done.stderr

    files = sources(root, build)
    if not files:
        sys.exit(f"found no source of ours in {build}/compile_commands.json")
    with concurrent.futures.ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        problems = list(filter(None, pool.map(check, sorted(files.items()))))
    print("\n".join(problems) or f"clang-tidy has nothing to say about {len(files)} files")
    sys.exit(1 if problems else 0)


main()
