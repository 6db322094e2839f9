# tests/server/embedded_host.py: runs calls in our own host, by `stdb run --json`, and reads what it prints.
import dataclasses
import json
import pathlib
import subprocess

RUN_SECONDS = 120

# The exit code of `stdb run` when all calls were made and one of them trapped.
A_CALL_TRAPPED = 1


@dataclasses.dataclass
class LogLine:
    level: str
    message: str


@dataclasses.dataclass
class Call:
    """`error` is the text that the caller gets, None if the call was committed."""

    error: str | None
    fuel: int
    logs: list[LogLine] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Report:
    """The calls in their order, and the printed tables: rows of values by position."""

    calls: list[Call] = dataclasses.field(default_factory=list)
    tables: dict[str, list[list]] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Refusal:
    exit_code: int
    text: str


def _run(command: list, calls: list[dict]) -> subprocess.CompletedProcess:
    """The calls go in as lines 1, 2, ... of standard input."""
    lines = "".join(json.dumps(call) + "\n" for call in calls)
    return subprocess.run([str(word) for word in command], input=lines, capture_output=True, text=True,
                          timeout=RUN_SECONDS, check=False)


def run(tool: pathlib.Path, module: pathlib.Path, server: str, calls: list[dict], tables: list[str]) -> Report:
    """All calls must be made; `server` is the generation to answer like, as `stdb run --server` takes it."""
    done = _run([tool, "run", module, "--server", server, "--calls", "-", "--json", "--print", *tables], calls)
    if done.returncode not in (0, A_CALL_TRAPPED):
        raise RuntimeError(f"stdb run ended with {done.returncode}: {done.stderr}")
    report = Report()
    for line in done.stdout.splitlines():
        item = json.loads(line)
        if item["type"] == "call":
            report.calls.append(Call(item.get("error"), item["fuel"]))
        elif item["type"] == "log" and "line" in item:
            report.calls[-1].logs.append(LogLine(item["level"], item["message"]))
        elif item["type"] == "table":
            report.tables[item["table"]] = []
        elif item["type"] == "row":
            report.tables[item["table"]].append(list(item["row"].values()))
    return report


def refused(tool: pathlib.Path, module: pathlib.Path, server: str, call: dict) -> Refusal:
    """What becomes of a call that cannot be made."""
    done = _run([tool, "run", module, "--server", server, "--calls", "-", "--json"], [call])
    return Refusal(done.returncode, done.stderr)
