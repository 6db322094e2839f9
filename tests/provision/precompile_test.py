# tests/provision/precompile_test.py: standard headers are precompiled once, and anew when they are no longer what they were.
import concurrent.futures
import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from fakes import PROVISIONER

from errors import ProvisionError
from precompile import HEADERS, main, precompiled

# A compiler that writes down what it is asked for, and takes no precompiled header that begins with "old".
SCRIPT = """
import sys
from pathlib import Path
arguments = sys.argv[1:]
with open(__file__ + ".log", "a") as log:
    print(*arguments, file=log)
if "-include-pch" in arguments:
    sys.exit("it is old" if Path(arguments[arguments.index("-include-pch") + 1]).read_text() == "old" else 0)
Path(arguments[arguments.index("-o") + 1]).write_text("precompiled")
"""
GUEST_ROOMS = ["abi", "shim", "sdk/bsatn", "sdk/schema", "sdk/query", "sdk/module"]


class PrecompileTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name, "cache")
        self.boost = Path(folder.name, "boost", "include")
        (self.boost / "boost").mkdir(parents=True)
        (self.boost / "boost" / "version.hpp").write_text("188")
        self.script = Path(folder.name, "clang++.py")
        self.script.write_text(SCRIPT)
        self.command = [sys.executable, str(self.script), f"--sysroot={folder.name}", "-Os"]

    def precompiled(self) -> Path:
        with contextlib.redirect_stdout(io.StringIO()):
            return precompiled(self.command, self.boost, self.root)

    def log(self) -> list[str]:
        return Path(f"{self.script}.log").read_text().splitlines()

    def test_made_with_the_arguments_of_modules_and_with_boost_alone(self):
        made = self.precompiled()
        self.assertEqual(made.read_text(), "precompiled")
        folder = made.parent
        self.assertEqual(sorted(path.name for path in folder.iterdir()), ["boost", "standard_headers.hpp", made.name])
        self.assertEqual((folder / "boost" / "boost").resolve(), (self.boost / "boost").resolve())
        sysroot = self.command[2]
        head = f"{sysroot} -Os -isystem{folder / 'boost'} -x c++-header {folder / 'standard_headers.hpp'} -o "
        self.assertTrue(self.log()[0].startswith(head), self.log()[0])

    def test_the_second_time_the_compiler_is_only_asked_whether_it_takes_it(self):
        made = self.precompiled()
        self.assertEqual(self.precompiled(), made)
        self.assertEqual(len(self.log()), 2)
        self.assertIn(f"-include-pch {made} -x c++ -fsyntax-only", self.log()[1])

    def test_one_that_the_compiler_refuses_is_made_anew(self):
        made = self.precompiled()
        made.write_text("old")
        self.assertEqual(self.precompiled(), made)
        self.assertEqual(made.read_text(), "precompiled")

    def test_other_arguments_and_other_headers_have_one_of_their_own(self):
        made = [self.precompiled()]
        self.command[-1] = "-O2"
        made.append(self.precompiled())
        (self.boost / "boost" / "version.hpp").write_text("1.89")
        made.append(self.precompiled())
        config = Path(self.command[2][len("--sysroot=") :], "include/c++/v1/__config")
        config.parent.mkdir(parents=True)
        config.write_text("")
        made.append(self.precompiled())
        self.assertEqual(len(set(made)), 4)

    def test_a_compiler_that_fails_is_heard(self):
        self.script.write_text("import sys; sys.exit('no such header')")
        with self.assertRaisesRegex(ProvisionError, "cannot be precompiled for modules. The compiler says:\nno such header"):
            self.precompiled()
        self.assertEqual(list(self.root.glob("headers/*/*.tmp")), [])
        self.command[0] = "/nowhere/clang++"
        with self.assertRaisesRegex(ProvisionError, "does not run"):
            self.precompiled()

    def test_where_the_cache_cannot_be_written_it_lies_in_the_build_folder(self):
        self.root.write_text("a file")
        output = self.boost.parent / "build" / "standard_headers-Os"
        output.parent.mkdir()
        arguments = ["--boost", str(self.boost), "--output", str(output), "--cache", str(self.root), "--", *self.command]
        with contextlib.redirect_stderr(io.StringIO()) as said, contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual((main(arguments), said.getvalue()), (0, ""))
            made = Path(output.read_text())
            self.assertEqual((made.read_text(), made.parents[2]), ("precompiled", output.parent))
            output.unlink()
            shutil.rmtree(output.parent / "headers")
            (output.parent / "headers").write_text("a file")
            self.assertEqual(main(arguments), 1)
        self.assertIn(f"stdb: cannot write to {output.parent / 'headers'}", said.getvalue())
        self.assertFalse(output.exists())

    def test_those_who_come_at_once_get_one(self):
        with concurrent.futures.ThreadPoolExecutor() as pool:
            arguments = ["--boost", str(self.boost), "--cache", str(self.root)]
            script = str(PROVISIONER / "precompile.py")
            outputs = [Path(f"{self.root}.{number}") for number in range(6)]
            commands = [[sys.executable, script, *arguments, "--output", str(one), "--", *self.command] for one in outputs]
            done = list(pool.map(lambda command: subprocess.run(command, capture_output=True, text=True), commands))
        self.assertEqual({(one.returncode, one.stderr) for one in done}, {(0, "")})
        self.assertEqual(len({one.read_text() for one in outputs}), 1)
        self.assertEqual(sum("-x c++-header" in line for line in self.log()), 1)

    def test_the_headers_are_those_that_the_sdk_includes(self):
        project = PROVISIONER.parents[2]
        included = set()
        for room in GUEST_ROOMS:
            for folder, _, names in os.walk(project / room / "include"):
                for name in names:
                    text = Path(folder, name).read_text(encoding="utf-8")
                    included |= set(re.findall(r"^#\s*include <([^>]+)>", text, re.MULTILINE))
        self.assertEqual(HEADERS, sorted(included))


if __name__ == "__main__":
    unittest.main()
