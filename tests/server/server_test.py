# tests/server/server_test.py: the frame of a test against a real host: one host for all cases, skipped where none is.
"""A test file ends with `server_test.main()`, which reads the host's name from the command line, starts it, and runs
the file's cases. Exit codes: 0 passed, 1 failed, 77 skipped, because there is no host and none is required."""

import sys
import unittest

import real_host
from real_host import hosts

SKIPPED = 77


class ServerTest(unittest.TestCase):
    """A case finds the running host here; each test publishes to a database of its own."""

    host = ""     # engine (2.14.0) or standalone (1.2.0)
    address = ""  # http://127.0.0.1:PORT
    maxDiff = None


def main(parse_options=None) -> None:
    """Runs the cases of the calling file and exits. `parse_options` takes the arguments after the host's name."""
    names = ("engine", "standalone")
    if len(sys.argv) < 2 or sys.argv[1] not in names:
        print(f"usage: {sys.argv[0]} {'|'.join(names)} ...", file=sys.stderr)
        sys.exit(2)
    ServerTest.host = sys.argv[1]
    if parse_options:
        parse_options(sys.argv[2:])
    try:
        with real_host.started(ServerTest.host) as address:
            ServerTest.address = address
            program = unittest.main(module="__main__", argv=sys.argv[:1], exit=False, verbosity=2)
    except real_host.HostMissing as missing:
        if hosts.required():
            print(f"failed: {missing} (STDB_REQUIRE_HOSTS is set)", file=sys.stderr)
            sys.exit(1)
        print(f"skipped: {missing}", file=sys.stderr)
        sys.exit(SKIPPED)
    sys.exit(0 if program.result.wasSuccessful() else 1)
