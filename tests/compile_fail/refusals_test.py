# tests/compile_fail/refusals_test.py: each row of refusals.md has a case that is there, or says why it needs none.
import re
import unittest
from pathlib import Path

HERE = Path(__file__).parent

# Rows of each section: what it covers is counted in sources that are not in this tree, so a row must not get lost.
ROWS = {
    "host-abi 5.4": 48,
    "host-abi 4.4, 5.1 to 5.3": 18,
    "module-features 2a": 14,
    "module-features 2b": 8,
    "module-features 2e": 24,
    "module-features 2h": 34,
    "": 7,
}
IMPOSSIBLE = "impossible: "


class Row:
    """A rule, and where it is tested."""

    def __init__(self, section: str, cells: list[str]) -> None:
        self.section = section
        self.rule, self.words, self.where = cells
        self.is_accepted = self.rule.endswith("accepted") or self.rule.startswith(("ok_", "pass_"))
        self.names = re.findall(r"`(\w+)`", self.where)
        self.forms = [(name, int(form)) for name, form in re.findall(r"`(\w+)` form (\d+)", self.where)]

    def __str__(self) -> str:
        return f"{self.section or 'newer'}, {self.rule}"


def rows_of(text: str) -> list[Row]:
    """The rows of the tables, each with the source in its heading's parentheses."""
    found, section = [], ""
    for line in text.splitlines():
        if line.startswith("## "):
            source = re.search(r"\(([^)]*)\)$", line)
            section = source[1] if source else ""
        elif line.startswith("|") and not line.startswith(("|---", "| rule |")):
            found.append(Row(section, [cell.strip() for cell in line.strip("|").split(" | ")]))
    return found


def problems_of(row: Row, here: Path) -> list[str]:
    """What is wrong with a row."""
    refused = {name for name in row.names if (here / "cases" / f"{name}.cpp").exists()}
    compiled = {name for name in row.names if (here / "accepted" / f"{name}.cpp").exists()}
    found = [f"{row}: there is no case {name}" for name in row.names if name not in refused | compiled]
    for name, form in row.forms:
        if name in refused:
            said = re.search(r"^// broken: (\d+)$", (here / "cases" / f"{name}.cpp").read_text(), re.MULTILINE)
            if form > int(said[1] if said else 1):
                found.append(f"{row}: {name} has no form {form}")
    if row.where.startswith(IMPOSSIBLE):
        if len(row.where) < len(IMPOSSIBLE) + 20:
            found.append(f"{row}: say why it is impossible")
    elif row.is_accepted and not compiled:
        found.append(f"{row}: no file of accepted/")
    elif not row.is_accepted and not refused:
        found.append(f"{row}: no file of cases/")
    return found


class RefusalsTest(unittest.TestCase):
    """The table against the files, and the reader of the table against tables that are wrong."""

    def setUp(self) -> None:
        self.rows = rows_of((HERE / "refusals.md").read_text(encoding="utf-8"))

    def test_every_row_has_its_case(self) -> None:
        found = [problem for row in self.rows for problem in problems_of(row, HERE)]
        self.assertFalse(found, "".join(f"\n{one}" for one in found))

    def test_no_row_got_lost(self) -> None:
        counted = dict.fromkeys(ROWS, 0)
        for row in self.rows:
            counted[row.section] += 1
        self.assertEqual(counted, ROWS)

    def test_every_accepted_file_is_in_the_table(self) -> None:
        named = {name for row in self.rows for name in row.names}
        self.assertEqual({path.stem for path in (HERE / "accepted").glob("*.cpp")} - named, set())

    def test_a_missing_case_is_found(self) -> None:
        self.assertIn("no case no_such_case", problems_of(Row("x", ["r", "w", "`no_such_case`"]), HERE)[0])

    def test_a_row_without_case_is_found(self) -> None:
        self.assertIn("no file of cases/", problems_of(Row("x", ["r", "w", "later"]), HERE)[0])

    def test_a_row_that_must_be_refused_is_not_content_with_what_compiles(self) -> None:
        self.assertIn("no file of cases/", problems_of(Row("x", ["r", "w", "`scalars`"]), HERE)[0])

    def test_a_row_that_must_compile_is_not_content_with_what_is_refused(self) -> None:
        self.assertIn("no file of accepted/", problems_of(Row("x", ["r, accepted", "w", "`literal_too_large`"]), HERE)[0])

    def test_a_form_that_is_not_there_is_found(self) -> None:
        self.assertIn("has no form 2", problems_of(Row("x", ["r", "w", "`literal_too_large` form 2"]), HERE)[0])

    def test_what_is_impossible_says_why(self) -> None:
        self.assertIn("say why", problems_of(Row("x", ["r", "w", "impossible: is so"]), HERE)[0])


if __name__ == "__main__":
    unittest.main()
