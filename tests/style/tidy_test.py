# tests/style/tidy_test.py: clang-tidy has nothing to say about the SDK's and the host's sources:
#   tidy_test.py ROOT BUILD CLANG_TIDY
# A file that passed is not looked at again until it, a header of it, the configuration or its command changes.
import concurrent.futures
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))
import stamps  # noqa: E402  (found by the path above)

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


def main() -> None:
    root, build, clang_tidy = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    passed = stamps.folder("tidy")
    configuration = (root / ".clang-tidy").read_text()

    def check(item: tuple[Path, str]) -> str:
        path, compilation = item
        command = compilation.replace("ccache ", "")
        programs = [stamps.program(program) for program in (clang_tidy, command.split()[0])]
        stamp = passed / stamps.digest([path], configuration, command, *programs)
        if stamp.exists():
            return ""
        # The commands are g++'s, some of whose warnings clang does not know.
        command = [clang_tidy, "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", str(build), str(path)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            stamp.touch()
            return ""
        return done.stdout or done.stderr or f"{path}: clang-tidy ended with {done.returncode}"

    files = sources(root, build)
    if not files:
        sys.exit(f"found no source of ours in {build}/compile_commands.json")
    with concurrent.futures.ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        problems = list(filter(None, pool.map(check, sorted(files.items()))))
    print("\n".join(problems) or f"clang-tidy has nothing to say about {len(files)} files")
    sys.exit(1 if problems else 0)


main()
