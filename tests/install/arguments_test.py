# tests/install/arguments_test.py: what stdb_add_module says of arguments that it cannot take, before anything is fetched.
#
#   arguments_test.py CMAKE GENERATOR ADD_MODULE.CMAKE
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CMAKE, GENERATOR, ADD_MODULE = sys.argv[1:4]

# The call, and what is said of it after "stdb_add_module".
REFUSED = [
    ('"a b" m.cpp', ': the name "a b" becomes a file name; use letters, digits,'),
    ("m", "(m): no source file is given"),
    ("taken m.cpp", "(taken): there is a target of this name already; give the module another"),
    ("m m.hpp", '(m): "m.hpp" is no source file (.cpp, .cc, .cxx or .c); headers are found by those that include them'),
    ("m SOURCES m.cpp", '(m): "SOURCES" is no source file (.cpp, .cc, .cxx or .c); headers are found by those that include '
     "them, and an option is one of TARGET, OPTIMIZE, INITIAL_MEMORY, MAXIMUM_MEMORY, STACK_SIZE and EXCLUDE_FROM_ALL"),
    ("m other.cpp", "(m): there is no file FOLDER/other.cpp"),
    ("m m.cpp OPTIMIZE", "(m): OPTIMIZE stands there without a value"),
    ("m m.cpp OPTIMIZE fast", "(m): OPTIMIZE fast is not known; it is size or speed"),
    ("m m.cpp TARGET 3", "(m): TARGET 3 is not known; it is one of 1, 2.0, 2.1, 2.2, 2.4.1, 2.8, 2.14, or 2 for the default 2.8"),
    ("m m.cpp STACK_SIZE 64KB", '(m): STACK_SIZE is a number and KiB, MiB or GiB, as in 4MiB; not "64KB"'),
    ("m m.cpp INITIAL_MEMORY 100KiB", "(m): INITIAL_MEMORY is a multiple of 65536 bytes; 100KiB is not"),
    ("m m.cpp MAXIMUM_MEMORY 8GiB", "(m): MAXIMUM_MEMORY is 4GiB at most, all that a wasm module can address"),
    ("m m.cpp INITIAL_MEMORY 4MiB MAXIMUM_MEMORY 2MiB", "(m): INITIAL_MEMORY is more than MAXIMUM_MEMORY"),
]  # fmt: skip


class ArgumentsTest(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name).resolve()
        for name in ("m.cpp", "m.hpp"):
            (self.folder / name).touch()

    def configure(self, call: str) -> tuple[int, str]:
        """The exit code, and what was said, in one line."""
        text = (
            "cmake_minimum_required(VERSION 3.25)\nproject(arguments LANGUAGES NONE)\nadd_custom_target(taken)\n"
            f'include("{ADD_MODULE}")\nstdb_add_module({call})\n'
        )
        (self.folder / "CMakeLists.txt").write_text(text, encoding="utf-8")
        command = [CMAKE, "-S", self.folder, "-B", self.folder / "build", "-G", GENERATOR]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return done.returncode, " ".join(done.stdout.split())

    def test_they_are_refused_in_words(self):
        for call, said in REFUSED:
            with self.subTest(call):
                code, output = self.configure(call)
                self.assertNotEqual(code, 0)
                self.assertIn("stdb_add_module" + said.replace("FOLDER", str(self.folder)), output)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
