# tests/server/script.py: the lines of a script, and whether they leave anything of a module out.
"""README.md describes scripts."""

import dataclasses
import json
import pathlib

from description import Description

# What a line may say, by its first word.
WORDS = {
    "call": {"args", "as", "error", "returns", "status"},
    "view": {"rows", "as", "where", "within"},
    "table": {"rows", "as", "where", "within"},
    "sql": {"rows", "as", "within"},
    "http": {"body", "headers", "status", "answer", "answer_headers"},
    "scheduled": {"table", "rows", "log", "within"},
    "log": {"level", "within"},
    "publish": {"clear", "environment"},
    "subscribe": {"as", "into"},
    "received": {"inserts", "deletes", "within"},
}


class ScriptError(Exception):
    """A script that cannot be run."""


@dataclasses.dataclass
class Line:
    number: int
    verb: str
    subject: str
    words: dict

    def changes_something(self) -> bool:
        if self.verb == "sql":
            return "rows" not in self.words
        return self.verb in ("call", "http", "scheduled", "publish")

    def __str__(self) -> str:
        return f"line {self.number}, {self.verb} {self.subject}"


def parse_line(number: int, text: str) -> Line:
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        raise ScriptError(f"line {number} is no JSON: {error}") from error
    verb = next(iter(said), None) if isinstance(said, dict) else None
    if verb not in WORDS:
        raise ScriptError(f"line {number}: begins with none of {', '.join(WORDS)}")
    subject = said.pop(verb)
    unknown = said.keys() - WORDS[verb]
    if unknown:
        raise ScriptError(f"line {number}: `{verb}` knows no {', '.join(sorted(unknown))}")
    if not isinstance(subject, str):
        raise ScriptError(f"line {number}: what is said of `{verb}` is no text")
    return Line(number, verb, subject, said)


def parse(text: str) -> list[Line]:
    numbered = enumerate(text.splitlines(), start=1)
    return [parse_line(number, line) for number, line in numbered if line.strip() and not line.startswith("#")]


def read(path: pathlib.Path) -> list[Line]:
    return parse(path.read_text(encoding="utf-8"))


def _called(lines: list[Line], verb: str) -> set[str]:
    # What the server refuses to call has not been called.
    return {line.subject for line in lines if line.verb == verb and "status" not in line.words}


def left_out(lines: list[Line], description: Description) -> list[str]:
    """What of the module has no line."""
    called, scheduled = _called(lines, "call"), _called(lines, "scheduled")
    # A view that is only ever seen without rows may do nothing at all.
    viewed = {line.subject for line in lines if line.verb == "view" and line.words.get("rows")}
    requests = [line.subject.partition("?")[0].partition(" ") for line in lines if line.verb == "http"]
    routes = [description.route(method, path) for method, _, path in requests]
    answered = {route.handler for route in routes if route}
    problems = [f"{kind} {name} is never called" for kind, names, used in (
        # A function that rows of a table call need not be called otherwise.
        ("reducer", description.reducers - description.scheduled, called),
        ("procedure", description.procedures.keys() - description.scheduled, called),
        ("schedule of", description.scheduled, scheduled),
        ("view", description.views.keys(), viewed),
        ("handler", description.handlers, answered),
    ) for name in sorted(names - used)]
    problems += [f"route {route.method or 'any'} {route.path} is never requested"
                 for route in description.routes if route not in routes]
    return problems


def tables_at_the_end(lines: list[Line]) -> set[str]:
    """The tables that lines compare when nothing changes any more."""
    last = max((place for place, line in enumerate(lines) if line.changes_something()), default=-1)
    compared = {line.subject for line in lines[last + 1:]
                if line.verb == "table" and "rows" in line.words and "where" not in line.words}
    # The table by which the last line has seen a schedule at work.
    if last >= 0 and "table" in lines[last].words:
        compared.add(lines[last].words["table"])
    return compared
