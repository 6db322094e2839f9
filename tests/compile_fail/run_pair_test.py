# tests/compile_fail/run_pair_test.py: run_pair.py finds what it is there to find, shown with a compiler that is made up.
import sys
import tempfile
import unittest
from pathlib import Path

from run_pair import FIRST_LINES, MOST_ERRORS, Case

# Refuses each form named in REFUSED with the text of a file beside the case.
COMPILER = """
import pathlib, sys
form = next((flag.removeprefix("-DSTDB_BROKEN=") for flag in sys.argv if flag.startswith("-DSTDB_BROKEN=")), "0")
said = pathlib.Path(sys.argv[-1]).with_name(f"said_{form}")
if said.exists():
    sys.exit(said.read_text())
"""


class RunPairTest(unittest.TestCase):
    """Each test writes a case and what the compiler says of its forms."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def failures(self, source: str, said: dict[int, str], under: str = "cases") -> list[str]:
        folder = self.folder / under
        folder.mkdir()
        for form, text in said.items():
            (folder / f"said_{form}").write_text(text)
        path = folder / "case.cpp"
        path.write_text(source)
        return Case(path, self.folder, [sys.executable, "-c", COMPILER]).failures()

    def test_a_case_that_is_refused_in_our_words_is_good(self) -> None:
        self.assertEqual(self.failures("// expect: stdb: no\n", {1: "In file x\nerror: stdb: no, write y\n"}), [])

    def test_a_broken_form_that_compiles(self) -> None:
        self.assertIn("compiles although it is broken (form 1)", self.failures("// expect: stdb: no\n", {})[0])

    def test_an_unbroken_form_that_does_not_compile(self) -> None:
        found = self.failures("// expect: stdb: no\n", {0: "stdb: no", 1: "stdb: no"})
        self.assertEqual(found, ["does not compile unbroken:\nstdb: no\n"])

    def test_a_refusal_in_other_words(self) -> None:
        self.assertIn("refused without the words", self.failures("// expect: stdb: no\n", {1: "error: no\n"})[0])

    def test_a_refusal_that_comes_late(self) -> None:
        last_read = "\n" * (FIRST_LINES - 1)
        self.assertIn("comes in line 17", self.failures("// expect: stdb: no\n", {1: f"\n{last_read}stdb: no"})[0])

    def test_a_refusal_that_comes_just_in_time(self) -> None:
        self.assertEqual(self.failures("// expect: stdb: no\n", {1: "\n" * (FIRST_LINES - 1) + "stdb: no"}), [])

    def test_a_refusal_among_many_errors(self) -> None:
        errors = "x.hpp:1: error: stdb: no\n" + "x.hpp:1: error: more\n" * MOST_ERRORS
        self.assertIn(f"{MOST_ERRORS + 1} errors", self.failures("// expect: stdb: no\n", {1: errors})[0])

    def test_a_refusal_among_few_errors(self) -> None:
        errors = "x.hpp:1: error: stdb: no\n" + "x.hpp:1: error: more\n" * (MOST_ERRORS - 1)
        self.assertEqual(self.failures("// expect: stdb: no\n", {1: errors}), [])

    def test_every_broken_form_is_compiled(self) -> None:
        found = self.failures("// expect: stdb: no\n// broken: 3\n", {1: "stdb: no", 3: "other"})
        self.assertEqual(len(found), 2)
        self.assertIn("(form 2)", found[0])
        self.assertIn("form 3: refused without", found[1])

    def test_a_case_that_expects_nothing(self) -> None:
        self.assertIn("no '// expect:' line", self.failures("int x;\n", {1: "stdb: no"})[0])

    def test_an_accepted_case_needs_only_to_compile(self) -> None:
        self.assertEqual(self.failures("int x;\n", {}, "accepted"), [])

    def test_an_accepted_case_that_does_not_compile(self) -> None:
        self.assertEqual(self.failures("int x;\n", {0: "stdb: no"}, "accepted"), ["does not compile unbroken:\nstdb: no\n"])

    def test_the_target_is_handed_on_and_its_headers_are_used(self) -> None:
        prelude = self.folder / "10000" / "prelude.hpp.gch"
        prelude.parent.mkdir()
        prelude.touch()
        (self.folder / "case.cpp").write_text("// expect: stdb: no\n// target: 10000\n")
        command = Case(self.folder / "case.cpp", self.folder, ["g++"]).command
        self.assertEqual(command, ["g++", "-DSTDB_TARGET=10000", "-include", str(prelude.with_suffix(""))])

    def test_without_parsed_headers_the_case_is_compiled_as_it_is(self) -> None:
        (self.folder / "case.cpp").write_text("// expect: stdb: no\n")
        self.assertEqual(Case(self.folder / "case.cpp", self.folder, ["g++"]).command, ["g++", "-DSTDB_TARGET=21400"])


if __name__ == "__main__":
    unittest.main()
