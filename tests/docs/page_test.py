# tests/docs/page_test.py: a page's example is a program that compiles as it stands:
#   page_test.py PAGE.md COMPILER FLAG...
# Each ```cpp block that begins with an #include is a translation unit; one that does not is left to the reader's eye, and a page
# must have one that is compiled. A line "// TARGET 2.14" in it says for which servers.
import re
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"^```cpp\n(.*?)^```$", re.MULTILINE | re.DOTALL)


TARGET = re.compile(r"^// TARGET (\d+)(?:\.(\d+))?(?:\.(\d+))?$", re.MULTILINE)


def target_of(example: str) -> list[str]:
    """The flag that says the target, as stdb_add_module gives it."""
    said = TARGET.search(example)
    if said is None:
        return []
    major, minor, patch = (int(part or 0) for part in said.groups())
    return [f"-DSTDB_TARGET={major * 10000 + minor * 100 + patch}"]


def examples(page: Path) -> list[str]:
    return [block for block in BLOCK.findall(page.read_text(encoding="utf-8")) if block.startswith("#include")]


def main() -> int:
    page, *command = sys.argv[1:]
    found = examples(Path(page))
    if not found:
        print(f"{page}: has no example: a ```cpp block that begins with an #include")
        return 1
    for example in found:
        done = subprocess.run([*command, *target_of(example), "-fsyntax-only", "-x", "c++", "-"], input=example, capture_output=True, text=True)
        if done.returncode != 0:
            print(f"{page}: the example does not compile:\n{done.stderr}")
            return 1
    print(f"{page}: {len(found)} compiled")
    return 0


if __name__ == "__main__":
    sys.exit(main())
