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


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("name")
    parser.add_argument("--refused", nargs="+", help="the build fails, and its output holds these texts")
    parser.add_argument("--imports", help="the module imports something, and from modules that begin so only")
    parser.add_argument("--exports", nargs="+", help="exactly these, in alphabetical order")
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


main()
