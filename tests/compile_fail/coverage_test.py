# tests/compile_fail/coverage_test.py: every message that the SDK's headers can give has a case that expects it.
"""A message is a text that begins with "stdb:", or the name of a function that does nothing and is not constexpr: where one
is called at compile time the compiler refuses that with the name in its own message."""

import re
import unittest
from pathlib import Path

HERE = Path(__file__).parent
ROOMS = ("bsatn", "schema", "query", "module")

# Refused where the SDK itself is built for a machine that it does not support; no source of a user's can cause it.
WITHOUT_CASE = {"stdb: big-endian machines are not supported"}

COMMENT = re.compile(r"//[^\n]*")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
# Literals that follow each other are one.
MESSAGE = re.compile(r'"stdb: (?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*')
NAMED = re.compile(r"inline void (\w+)\(\) \{\}")
ESCAPED = re.compile(r"\\(.)")


def messages_of(text: str) -> set[str]:
    """The messages of a header's text."""
    code = COMMENT.sub("", text)
    said = {ESCAPED.sub(r"\1", "".join(LITERAL.findall(found))) for found in MESSAGE.findall(code)}
    return said | set(NAMED.findall(code))


def all_messages() -> set[str]:
    root = HERE.parent.parent / "sdk"
    headers = [path for room in ROOMS for path in (root / room / "include").rglob("*.hpp")]
    return {message for path in headers for message in messages_of(path.read_text(encoding="utf-8"))}


def expectations() -> dict[str, set[str]]:
    """The texts that each case expects."""
    line = re.compile(r"^// expect: (.*)$", re.MULTILINE)
    return {path.stem: {one.strip() for one in line.findall(path.read_text(encoding="utf-8"))}
            for path in sorted((HERE / "cases").glob("*.cpp"))}


class CoverageTest(unittest.TestCase):
    """The messages of the headers against the expectations of the cases."""

    def setUp(self) -> None:
        self.messages = all_messages()
        self.cases = expectations()

    def assert_none(self, found: list[str], what: str) -> None:
        self.assertFalse(found, "".join(f"\n{what} {one}" for one in found))

    def test_the_headers_are_read(self) -> None:
        self.assertGreater(len(self.messages), 100)
        self.assertIn("this_literal_does_not_fit_the_column", self.messages)

    def test_every_message_has_a_case(self) -> None:
        expected = set().union(*self.cases.values())
        # What a compiler says in its own words ("return") is in many messages by chance.
        ours = {text for text in expected if text.startswith("stdb:") or text in self.messages}
        bare = sorted(message for message in self.messages - WITHOUT_CASE if not any(text in message for text in ours))
        self.assert_none(bare, "no case in tests/compile_fail/cases expects")

    def test_every_case_expects_a_message_that_exists(self) -> None:
        stale = [f"{case}: {text}" for case, texts in self.cases.items() for text in texts
                 if text.startswith("stdb:") and not any(text in message for message in self.messages)]
        self.assert_none(stale, "no header has the message of")

    def test_no_case_expects_so_little_that_two_messages_would_do(self) -> None:
        vague = [f"{case}: {text}" for case, texts in self.cases.items() for text in texts
                 if text.startswith("stdb:") and sum(text in message for message in self.messages) > 1]
        self.assert_none(vague, "say more of the message in")

    def test_messages_without_case_exist(self) -> None:
        self.assertEqual(WITHOUT_CASE - self.messages, set())

    def test_what_a_message_is(self) -> None:
        text = ('// "stdb: in a comment"\nstatic_assert(x, "stdb: one "\n    "and \\"two\\"");\n'
                'inline void not_like_this() {}\nprintf("not ours"); f("stdb: three");\n')
        self.assertEqual(messages_of(text), {'stdb: one and "two"', "stdb: three", "not_like_this"})


if __name__ == "__main__":
    unittest.main()
