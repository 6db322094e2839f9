# tests/style/habits_test.py: each file says in its first line what it is, stays short, and names no place of one machine.
import re
import sys
from pathlib import Path

from our_files import CPP, SCRIPTS, our_files

MOST_LINES = 400
# What only exists on one machine has no place in the tree.
MACHINE_PATHS = re.compile(r"/(?:root|home/\w+)/")
# Written by a program, or data.
GENERATED = re.compile(r"raw_module_def")
# Their first line is the message that the compiler must print.
MESSAGE_FIRST = "tests/compile_fail/cases/"


def problems_of(path: Path, root: Path):
    name = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    first = next((line for line in lines if not line.startswith("#!")), "")
    said = re.match(r"(?://|#|--) (\S+): \S", first)
    # "..." stands for folders.
    is_named = said and re.fullmatch(re.escape(said[1]).replace(r"\.\.\.", ".*"), name)
    if not name.startswith(MESSAGE_FIRST) and not is_named:
        yield f'{name}:1: the first line must be a comment "PATH: what the file does"'
    if len(lines) > MOST_LINES and not GENERATED.search(name):
        yield f"{name}: {len(lines)} lines; {MOST_LINES} are the most"
    if path.suffix in CPP and not text.isascii():
        yield f"{name}: a source is ASCII; the first other character is {next(c for c in text if not c.isascii())!r}"
    if path.name != Path(__file__).name:
        for number, line in enumerate(lines, start=1):
            if MACHINE_PATHS.search(line):
                yield f"{name}:{number}: names a path of one machine: {line.strip()}"


def main() -> None:
    root = Path(sys.argv[1])
    files = our_files(root, CPP | SCRIPTS)
    if not files:
        sys.exit(f"found no file under {root}")
    problems = [problem for path in files for problem in problems_of(path, root)]
    print("\n".join(problems) or f"{len(files)} files keep the habits")
    sys.exit(1 if problems else 0)


main()
