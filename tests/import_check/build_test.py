# tests/import_check/build_test.py: builds one module of the build folder and looks at what came of it:
#   build_test.py BUILD NAME --refused TEXT... | --imports PREFIX --exports NAME...
import argparse
import json
import subprocess
import sys
from pathlib import Path


def check(condition: bool, text: str) -> None:
    if not condition:
        sys.exit(f"FAILED: {text}")


def memory_of(wasm: bytes) -> list[int]:
    """The memory's limits. Walks the sections by itself: what the pass would misread, it would misread here as well."""

    def number(at: int) -> tuple[int, int]:
        value = shift = 0
        while True:
            value |= (wasm[at] & 0x7F) << shift
            shift += 7
            at += 1
            if wasm[at - 1] < 0x80:
                return value, at

    at = 8
    while at < len(wasm):
        section = wasm[at]
        size, at = number(at + 1)
        if section == 5:  # one memory; 1: it has a greatest size
            check(wasm[at : at + 2] == b"\x01\x01", "the module has not one memory with a greatest size")
            least, after = number(at + 2)
            return [least, number(after)[0]]
        at += size
    sys.exit("FAILED: the module has no memory")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("name")
    parser.add_argument("--refused", nargs="+", help="the build fails, and its output holds these texts")
    parser.add_argument("--imports", help="the module imports something, and from modules that begin so only")
    parser.add_argument("--exports", nargs="+", help="exactly these, in alphabetical order")
    parser.add_argument("--memory", nargs=2, type=int, help="the first and the greatest size, in pages of 64 KiB")
    options = parser.parse_args()
    command = ["cmake", "--build", str(options.build), "--target", options.name]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    wasm = options.build / "wasm" / f"{options.name}.wasm"
    report = wasm.with_suffix(".size.json")
    print(done.stdout)
    if options.refused:
        check(done.returncode != 0, "the module was built, and must not be")
        check(not wasm.exists() and not report.exists(), "the build failed and left a module")
        for text in options.refused:
            check(text in done.stdout, f"the output does not hold: {text}")
        return
    check(done.returncode == 0, "the module was not built")
    sizes = json.loads(report.read_text())
    imports = [one["module"] for one in sizes["imports"]]
    check(sizes["total"] == wasm.stat().st_size, "the size report is of another file")
    check(bool(imports) and all(one.startswith(options.imports) for one in imports), f"the imports are {imports}")
    check(sizes["exports"] == options.exports, f"the exports are {sizes['exports']}")
    if options.memory:
        pages = memory_of(wasm.read_bytes())
        check(pages == options.memory, f"the memory has {pages} pages")


main()
