# tests/style/our_files.py: which files are ours to keep in order.
from pathlib import Path

ROOMS = ("abi", "shim", "sdk", "bench", "tests", "demos")
NOT_OURS = {"target", "__pycache__", "build"}
CPP = {".cpp", ".hpp", ".c", ".h"}
SCRIPTS = {".py", ".cmake", ".def", ".rs", ".sh"}


def our_files(root: Path, suffixes: set[str]) -> list[Path]:
    """All files of the rooms with one of the suffixes, and every CMakeLists.txt if scripts are among them."""
    found = []
    for room in ROOMS:
        for path in sorted((root / room).rglob("*")):
            wanted = path.suffix in suffixes or (".cmake" in suffixes and path.name == "CMakeLists.txt")
            if wanted and path.is_file() and not NOT_OURS & set(path.relative_to(root).parts):
                found.append(path)
    return found
