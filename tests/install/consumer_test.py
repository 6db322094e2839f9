# tests/install/consumer_test.py: installs the build to a folder, moves it, and builds the project beside this file with it,
# outside the tree and with a network that does not answer: as wasm, run by the installed tool, as a native
# program, and tested by its own test.
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Whoever asks the network in spite of all gets no answer.
NO_NETWORK = {name: "http://127.0.0.1:9" for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")}


def run(*command: str | Path, **options) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"} | NO_NETWORK
    print("$", *command, flush=True)
    done = subprocess.run(
        list(map(str, command)), env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
    )
    print(done.stdout, flush=True)
    check(done.returncode == 0, f"exit code {done.returncode}")
    return done.stdout


def check(condition: bool, text: str) -> None:
    if not condition:
        sys.exit(f"FAILED: {text}")


def install(options: argparse.Namespace, folder: Path) -> Path:
    """Installs, and moves what was installed: nothing in it may depend on where it was put first."""
    run(options.cmake, "--install", options.build, "--prefix", folder / "first")
    prefix = (folder / "first").rename(folder / "prefix")
    for path in prefix.rglob("*"):
        if path.suffix in (".cmake", ".py", ".lock", ".hpp", ".h", ".def"):
            text = path.read_text(encoding="utf-8")
            for place in (options.source, options.build, folder / "first"):
                check(f"{place}/" not in text, f"{path} names {place}")
    return prefix


def build_consumer(options: argparse.Namespace, folder: Path, prefix: Path) -> Path:
    source, build = folder / "a consumer", folder / "its build"  # spaces: everything is quoted where it must be
    shutil.copytree(Path(__file__).parent / "consumer", source)
    # The same source must give the same bytes, wherever the project and the SDK lie.
    for name in ("quickstart.hpp", "quickstart.cpp"):
        shutil.copy(options.source / "demos/quickstart" / name, source)
    with (source / "CMakeLists.txt").open("a") as project:
        project.write("stdb_add_module(quickstart quickstart.cpp)\n")
    said = run(
        options.cmake, "-S", source, "-B", build, "-G", options.generator, f"-DCMAKE_PREFIX_PATH={prefix}",
        f"-DCMAKE_CXX_COMPILER={options.compiler}", f"-DCMAKE_CXX_FLAGS={options.flags}",
    )  # fmt: skip
    check("getting" not in said, "the consumer fetched what is in the cache already")
    run(options.cmake, "--build", build, "-j2")
    check("Compiling" not in run(options.cmake, "--build", build), "a second build compiles what has not changed")
    return build


def check_tool(options: argparse.Namespace, prefix: Path, build: Path, folder: Path) -> None:
    tool = prefix / "bin" / "stdb"
    check(options.version in run(tool, "--version"), "the tool's version is not the project's")
    check(f"=> {prefix}/" in run("ldd", tool), "the tool does not load the installed Wasmtime")
    calls = folder / "calls.jsonl"
    calls.write_text('{"reducer":"greet","args":{"name":"Ann"}}\n{"reducer":"greet","args":[""]}\n')
    sizes = []
    for module in ("greeter_small", "greeter", "greeter_fast"):
        wasm = build / "wasm" / f"{module}.wasm"
        said = run(tool, "run", wasm, "--calls", calls, "--print", "greeting")
        check("Hello, Ann!" in said and "whom?" in said, "the module did not do its work")
        sizes.append(wasm.stat().st_size)
    small, usual, fast = sizes
    check(small < 1.05 * usual and usual < fast, f"OPTIMIZE size, none and speed give {sizes} bytes")


def check_tests(options: argparse.Namespace, build: Path) -> None:
    said = run(options.ctest, "--test-dir", build, "--verbose")
    for name in ("greeter_test.native", "greeter_test.wasm", "greeter_fast_test.native", "greeter_fast_test.wasm"):
        check(re.search(rf"{re.escape(name)} \.+ +Passed", said) is not None, f"the test {name} did not pass")
    check(said.count("tested natively") == 2 and said.count("tested as wasm") == 2, "one build was tested as the other")


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("source", "build"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    for name in ("cmake", "ctest", "generator", "compiler", "flags", "version"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stdb-install-") as name:
        folder = Path(name)
        run(options.cmake, "--build", options.build, "--target", "quickstart", "stdb", "stdb_host", "stdb_module", "stdb_testing")
        prefix = install(options, folder)
        build = build_consumer(options, folder, prefix)
        check_tool(options, prefix, build, folder)
        check_tests(options, build)
        check("greeted natively" in run(build / "embedded"), "the embedded database did not answer")
        ours, theirs = options.build / "wasm/quickstart.wasm", build / "wasm/quickstart.wasm"
        check(ours.read_bytes() == theirs.read_bytes(), "the same source gave other bytes outside the tree")


main()
