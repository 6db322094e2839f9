# tests/provision/machine_test.py: what the machine has is used if it fits its pin, and only then.
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from fakes import PROVISIONER

from cmake_file import write_all
from lock_file import read_lock
from machine import Search

LOCK = PROVISIONER.parents[2] / "emsdk.lock"


class MachineTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        self.parts = read_lock(LOCK).parts

    def write(self, path: str, text: str, mode: int = 0o644) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(mode)
        return file

    def find(self, part: str, allow_any_emscripten: bool = False, **environment: str):
        self.search = Search({"PATH": "", **environment}, allow_any_emscripten, prefixes=(self.root / "usr",))
        return self.search.find(self.parts[part])

    def emscripten(self, folder: str, version: str) -> str:
        self.write(f"{folder}/emscripten-version.txt", f'"{version}"\n')
        return str(self.write(f"{folder}/emcc", "#!/bin/sh\n", 0o755).parent)

    def test_the_pinned_emscripten_on_path_or_in_emsdk(self):
        self.assertIsNone(self.find("emscripten"))
        on_path = self.emscripten("bin", "3.1.69")
        self.assertEqual(self.find("emscripten", PATH=on_path).where, f"{on_path}/emcc")
        self.emscripten("emsdk/upstream/emscripten", "3.1.69")
        self.assertIn("upstream", self.find("emscripten", EMSDK=str(self.root / "emsdk")).where)

    def test_another_emscripten_by_the_explicit_option_only(self):
        on_path = self.emscripten("bin", "4.0.7")
        self.assertIsNone(self.find("emscripten", PATH=on_path))
        self.assertIn("emscripten 4.0.7, and the pin asks for exactly 3.1.69", self.search.rejected[0])
        self.assertEqual(self.find("emscripten", True, PATH=on_path).version, "4.0.7")

    def test_an_emcc_that_only_tells_its_version(self):
        emcc = self.write("bin/emcc", "#!/bin/sh\necho 'emcc (Emscripten gcc/clang-like replacement) 3.1.69 ()'\n", 0o755)
        self.assertEqual(self.find("emscripten", PATH=str(emcc.parent)).version, "3.1.69")

    def test_binaryen_exactly(self):
        for version, fits in (("120", True), ("132", False)):
            tool = self.write("bin/wasm-opt", f"#!/bin/sh\necho wasm-opt version {version}\n", 0o755)
            self.assertEqual(self.find("binaryen", PATH=str(tool.parent)) is not None, fits)

    def test_boost_from_1_84_on(self):
        self.write("usr/include/boost/pfr.hpp", "")
        for number, fits in (("108300", False), ("108400", True), ("109000", True)):
            self.write("usr/include/boost/version.hpp", f"#define BOOST_VERSION {number}\n")
            self.assertEqual(self.find("boost") is not None, fits, number)

    def test_wasmtime_of_the_pinned_minor(self):
        self.write("opt/include/wasmtime.hh", "")
        self.write("opt/lib/libwasmtime.so", "")
        for version, fits in (("39.0.2", True), ("47.0.0", False)):
            self.write("opt/include/wasmtime.h", f'#define WASMTIME_VERSION "{version}"\n')
            self.assertEqual(self.find("wasmtime", WASMTIME_ROOT=str(self.root / "opt")) is not None, fits)

    def test_frameworks_of_tests_by_what_their_headers_say(self):
        for version, fits in (("2.13.4", True), ("2.14.0", False)):
            self.write("usr/include/catch2/catch.hpp", f"/*\n *  Catch v{version}\n")
            self.assertEqual(self.find("catch2") is not None, fits)
        for minor, fits in ((3, False), (4, True)):
            lines = [f"#define DOCTEST_VERSION_{place} {number}\n" for place, number in (("MAJOR", 2), ("MINOR", minor), ("PATCH", 1))]
            self.write("opt/include/doctest/doctest.h", "".join(lines))
            self.assertEqual(self.find("doctest", DOCTEST_ROOT=str(self.root / "opt")) is not None, fits)

    def test_boost_never_brings_its_neighbours_along(self):
        self.write("usr/include/boost/version.hpp", "")
        self.write("usr/include/stdio.h", "")
        output = self.root / "out"
        variables = {"STDB_BOOST_INCLUDE": str(self.root / "usr/include")}
        write_all(output, dict(variables), None, None)
        self.assertEqual(os.listdir(output / "boost"), ["boost"])
        self.assertTrue((output / "boost/boost/version.hpp").exists())

    def test_the_same_answer_is_not_written_again(self):
        output = self.root / "out"
        write_all(output, {"STDB_WASM_OPT": "/x"}, None, None)
        os.utime(output / "parts.cmake", (1, 1))
        write_all(output, {"STDB_WASM_OPT": "/x"}, None, None)
        self.assertEqual((output / "parts.cmake").stat().st_mtime, 1)
        write_all(output, {"STDB_WASM_OPT": "/y"}, None, None)
        self.assertNotEqual((output / "parts.cmake").stat().st_mtime, 1)

    def test_where_nothing_can_be_had_it_says_what_to_install(self):
        on_path = self.emscripten("bin", "4.0.7")
        command = [sys.executable, "-B", str(PROVISIONER), "--lock", str(LOCK), "--needed-for", "guest"]
        command += ["--output", str(self.root / "out"), "--cache", str(self.root / "cache")]
        done = subprocess.run(command, env={"PATH": on_path}, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        for text in (
            "emscripten 3.1.69, boost 1.88.0: this machine has no apt-get",
            "emscripten: install it with emsdk (emsdk install 3.1.69",
            "binaryen: install Binaryen 120",
            "headers of Boost 1.84 or newer and set BOOST_ROOT",
            f"{on_path}/emcc is emscripten 4.0.7, and the pin asks for exactly 3.1.69",
            "STDB_ALLOW_ANY_EMSCRIPTEN",
        ):
            self.assertIn(text, done.stderr)
        self.assertNotIn("clang-format", done.stderr)  # only tests need it; an Emscripten of one's own brings its compiler
        self.assertNotIn("Traceback", done.stderr)


if __name__ == "__main__":
    unittest.main()
