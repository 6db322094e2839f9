# tests/server/differential.py: runs the same calls of the same module on a real host and in ours, to be compared.
"""What must be the same: the outcome of every call (ok, or the error text), the rows of every table afterwards (in no
order), the module's log lines (level and message, in order), and the fuel of every call."""

import dataclasses
import json
import pathlib
import unittest

import embedded_host
import http_client

OK = "ok"

# By the host's name in real_host.py: what `stdb run --server` calls its generation, and the units that it reports for
# one unit of fuel.
GENERATION = {"engine": "2", "standalone": "1.2"}
ENERGY_PER_FUEL = {"engine": 1, "standalone": 1000}

# Log lines with these as their file are the real host's own: what it does around the module's functions.
HOSTS_OWN_FILES = {"__spacetimedb__", "spacetimedb", "external"}

# Runs with more calls than this have their fuel printed as sums only.
PRINTED_CALLS = 10


@dataclasses.dataclass
class Run:
    """What a run left behind. `outcomes` and `fuel` have one entry a call; `rows` are sorted by their JSON."""

    outcomes: list[str]
    fuel: list[float]
    rows: dict[str, list]
    logs: list[tuple[str, str]]


class NumbersSkipped(Exception):
    """The real host left out numbers of a sequence, as it may at any time: 2.14.0 does now and then, to the next block of
    4096. Ids and the log lines that name them are then others than ours without anybody's fault; to be run again."""


# Sequences are allocated in blocks of this many; a host that skips goes on at the next.
SEQUENCE_BLOCK = 4096


def read_calls(path: pathlib.Path) -> list[dict]:
    """A call a line: {"reducer": NAME, "args": [...] or {...}}."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def sorted_rows(rows: list) -> list:
    return sorted(rows, key=json.dumps)


def run_on_server(host: str, database: http_client.Database, calls: list[dict], tables: list[str]) -> Run:
    """On a database just published, so that the rows are those of these calls alone."""
    outcomes, fuel = [], []
    before = len(database.logs())
    for call in calls:
        answer = database.call(call["reducer"], call["args"])
        if answer.status not in (200, http_client.REDUCER_FAILED):
            raise RuntimeError(f"{call} was refused: {answer.status} {answer.text}")
        outcomes.append(OK if answer.status == 200 else answer.text)
        fuel.append(database.energy(answer) / ENERGY_PER_FUEL[host])
    reducers = {call["reducer"] for call in calls}
    logs = [(line.level.lower(), line.message) for line in database.logs()[before:]
            if line.filename not in HOSTS_OWN_FILES and not is_error_of_reducer(line, reducers)]
    rows = {table: sorted_rows(database.rows(f"SELECT * FROM {table}")) for table in tables}
    return Run(outcomes, fuel, rows, logs)


def is_error_of_reducer(line: http_client.LogLine, reducers: set[str]) -> bool:
    """Whether the 1.2.0 host wrote the line because a reducer returned an error; the outcome says the same."""
    return line.level == "Error" and line.target in reducers and line.filename is None


def run_embedded(host: str, tool: pathlib.Path, module: pathlib.Path, calls: list[dict], tables: list[str]) -> Run:
    report = embedded_host.run(tool, module, GENERATION[host], calls, tables)
    outcomes = [call.error if call.error is not None else OK for call in report.calls]
    logs = [(line.level, line.message) for call in report.calls for line in call.logs]
    rows = {table: sorted_rows(report.tables[table]) for table in tables}
    return Run(outcomes, [call.fuel for call in report.calls], rows, logs)


@dataclasses.dataclass
class Hosts:
    """Where a comparison takes place: the real host by its name, a database on it just published, and our tool."""

    real: str
    database: http_client.Database
    tool: pathlib.Path


def has_id_over(limit: int, run: Run) -> bool:
    """Whether a row's first column, the generated id of the modules compared here, is greater."""
    return any(row[0] > limit for rows in run.rows.values() for row in rows)


def compare(test: unittest.TestCase, hosts: Hosts, module: pathlib.Path, calls: list[dict], tables: list[str]) -> Run:
    """Fails the test unless both hosts do the same; the real host's run otherwise."""
    real = run_on_server(hosts.real, hosts.database, calls, tables)
    ours = run_embedded(hosts.real, hosts.tool, module, calls, tables)
    if len(calls) < SEQUENCE_BLOCK and has_id_over(SEQUENCE_BLOCK - 1, real) and not has_id_over(SEQUENCE_BLOCK - 1, ours):
        raise NumbersSkipped
    test.assertEqual(ours.outcomes, real.outcomes)
    test.assertEqual(ours.rows, real.rows)
    test.assertEqual(ours.logs, real.logs)
    print(f"\n  fuel of {len(calls)} calls: real {sum(real.fuel):.0f}, embedded {sum(ours.fuel):.0f}", flush=True)
    lines = [f"{call['reducer']}({json.dumps(call['args'])[:60]}): real {theirs:.3f}, embedded {mine:.3f}"
             for call, theirs, mine in zip(calls, real.fuel, ours.fuel, strict=True)]
    if len(lines) <= PRINTED_CALLS:
        print("".join(f"    {line}\n" for line in lines).replace(".000", ""), end="", flush=True)
    different = [line for line, theirs, mine in zip(lines, real.fuel, ours.fuel, strict=True) if theirs != mine]
    test.assertEqual(different, [], "the embedded host counts other fuel than the real one")
    return real
