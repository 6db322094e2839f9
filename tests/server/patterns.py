# tests/server/patterns.py: the words of a script that stand for something: `$any`, `$identity:bob`, `$x`.
"""README.md lists them."""

import collections
import json
import re
import time

MICROSECONDS = 1_000_000
# How far a `$now` may lie back.
RECENT = 3600 * MICROSECONDS
UNITS = {"us": 1, "ms": 1000, "s": MICROSECONDS, "m": 60 * MICROSECONDS, "h": 3600 * MICROSECONDS}
MOMENT = re.compile(r"\$now(?:([+-]\d+)(us|ms|s|m|h))?")
# Two clocks may differ a little.
AHEAD = 5 * MICROSECONDS
# Rows for which every order is tried.
MOST_PATTERNS = 200


class Words:
    """What the words of one script mean. `identity_of` knows the identity of a caller by name, "" for the owner."""

    def __init__(self, texts: dict[str, str], identity_of):
        # Texts that more may follow on: host, peer and so on.
        self._texts = texts
        self._identity_of = identity_of
        self._bound: dict[str, object] = {}

    def like(self, pattern, value) -> bool:
        """Whether a readable value is what the pattern says; binds the names that come for the first time."""
        bound = dict(self._bound)
        if self._like(pattern, value):
            return True
        self._bound = bound
        return False

    def _like(self, pattern, value) -> bool:
        if isinstance(pattern, str) and pattern.startswith("$"):
            return self._word_is(pattern, value)
        if isinstance(pattern, list):
            return (isinstance(value, list) and len(pattern) == len(value)
                    and all(self._like(one, other) for one, other in zip(pattern, value, strict=True)))
        if isinstance(pattern, dict):
            return (isinstance(value, dict) and pattern.keys() == value.keys()
                    and all(self._like(pattern[key], value[key]) for key in pattern))
        # True is no 1, though Python has it so.
        return pattern == value and isinstance(pattern, bool) == isinstance(value, bool)

    def _word_is(self, word: str, value) -> bool:
        if word.startswith("$$"):
            return value == word[1:]
        if word == "$any":
            return True
        if word == "$now":
            now = time.time() * MICROSECONDS
            return isinstance(value, int) and now - RECENT < value < now + AHEAD
        if word.startswith("$match:"):
            return isinstance(value, str) and re.fullmatch(word.removeprefix("$match:"), value, re.DOTALL) is not None
        identity, text = self._identity(word), self._text(word)
        if identity is not None:
            return value == identity
        if text is not None:
            return value == text
        return self._bound.setdefault(word, value) == value

    def _identity(self, word: str) -> str | None:
        if word == "$database":
            return f"0x{self._texts['database']}"
        name = re.fullmatch(r"\$identity(?::(\w+))?", word)
        return f"0x{self._identity_of(name.group(1) or '')}" if name else None

    def _text(self, word: str) -> str | None:
        name = re.match(r"\$(\w+)", word)
        if name is None or name.group(1) not in self._texts:
            return None
        return self._texts[name.group(1)] + word[name.end():]

    def filled(self, argument):
        """An argument with what its words stand for."""
        if isinstance(argument, list):
            return [self.filled(one) for one in argument]
        if isinstance(argument, dict):
            return {key: self.filled(value) for key, value in argument.items()}
        if not isinstance(argument, str) or not argument.startswith("$"):
            return argument
        return self._stands_for(argument)

    def _stands_for(self, word: str):
        if word.startswith("$$"):
            return word[1:]
        if word.startswith("$text:"):
            return "x" * int(word.removeprefix("$text:"))
        moment, identity, text = MOMENT.fullmatch(word), self._identity(word), self._text(word)
        if moment:
            offset = int(moment.group(1)) * UNITS[moment.group(2)] if moment.group(1) else 0
            return {"__timestamp_micros_since_unix_epoch__": int(time.time() * MICROSECONDS) + offset}
        if identity is not None:
            return {"__identity__": identity}
        if text is not None:
            return text
        if word not in self._bound:
            raise ValueError(f"{word} stands for nothing yet")
        return self._bound[word]

    def in_sql(self, statement: str) -> str:
        """A statement with the identities that its words stand for."""
        return re.sub(r"\$identity(:\w+)?", lambda found: self._identity(found[0]), statement)

    def rows_differ(self, expected: list | dict, rows: list) -> str | None:
        """Why the rows, in any order, are not those expected; None if they are."""
        if isinstance(expected, dict):
            return self._each_differs(expected, rows)
        # Rows that are written as the server writes them are found quickly; for the others every order is tried, those
        # without words first, as they fit one row at the most.
        left = collections.Counter(json.dumps(row) for row in rows)
        others, with_words = [], []
        for row in expected:
            text = json.dumps(row)
            if '"$' in text:
                with_words.append(row)
            elif left[text] > 0:
                left[text] -= 1
            else:
                others.append(row)
        patterns, rest = others + with_words, [json.loads(text) for text in left.elements()]
        if len(patterns) > MOST_PATTERNS:
            return f"{len(patterns)} rows that are not there as written; say what many rows are like with \"each\""
        bound = dict(self._bound)
        if len(patterns) == len(rest) and self._match_all(patterns, rest):
            return None
        self._bound = bound
        return (f"{len(rows)} rows instead of {len(expected)};\n  expected and not there: {_shown(patterns)}"
                f"\n  there and not expected: {_shown(rest)}")

    def _match_all(self, patterns: list, rows: list) -> bool:
        if not patterns:
            return True
        tried = []
        for place, row in enumerate(rows):
            if row in tried:
                continue
            tried.append(row)
            bound = dict(self._bound)
            if self.like(patterns[0], row) and self._match_all(patterns[1:], rows[:place] + rows[place + 1:]):
                return True
            self._bound = bound
        return False

    def _each_differs(self, expected: dict, rows: list) -> str | None:
        for row in rows:
            if not self.like(expected["each"], row):
                return f"a row that is not like {json.dumps(expected['each'])}: {json.dumps(row)}"
        least, most = expected.get("least", 0), expected.get("most", len(rows))
        if not least <= len(rows) <= most:
            return f"{len(rows)} rows, expected {least} at least and {expected.get('most', 'any number')} at most"
        return None


def _shown(rows: list) -> str:
    text = json.dumps(rows)
    return text if len(text) < 1500 else text[:1500] + " ..."
