# tests/server/modules_test.py: a module does on a real server, and on the embedded host, what its script says, and the
# script leaves nothing out; what a script does not say must be the same on both: the fuel of reducers and the log.
# Usage: modules_test.py engine|standalone MODULE.wasm SCRIPT [EMBEDDED_FRONT]
#        modules_test.py embedded MODULE.wasm SCRIPT EMBEDDED_FRONT [standalone]
import collections
import pathlib
import re
import sys
import unittest

import embedded_front
import peer
import script
import server_test
from differential import is_error_of_reducer
from script_run import Run
from servers import EmbeddedServer, RealServer

# Log lines with these as their file are the real host's own.
HOSTS_OWN_FILES = {"__spacetimedb__", "spacetimedb", "external"}
# What differs from run to run in a text: addresses, hashes, how long something took, numbers.
UNLIKE = r"0x[0-9a-f]+|[0-9a-f-]{32,}|\d+(\.\d+)?(ns|µs|ms|s)\b|\d+"
# Rows that come in another order, and numbers of other lengths in texts, cost some fuel more or less; so does a heap in
# which timers have been at work, which come when they come.
FUEL_OF_ORDER, FUEL_OF_TIMERS = 30, 100


def log_of(run: Run) -> collections.Counter:
    """How often each line was written, without what is another in each run: numbers and identities."""
    lines = [line for line in run.owner.logs()
             if line.filename not in HOSTS_OWN_FILES and not is_error_of_reducer(line, run.description.reducers)]
    return collections.Counter((line.level.lower(), re.sub(UNLIKE, "#", line.message))
                               for line in lines)


class ModuleTest(unittest.TestCase):
    maxDiff = None
    host = ""     # of server_test, or "embedded"
    like = "engine"
    module = pathlib.Path()
    script = pathlib.Path()
    front: pathlib.Path | None = None

    def setUp(self):
        self.assertTrue(self.module.exists(), f"{self.module} is not there: make it by stdb_add_module")
        self.assertTrue(self.script.exists(), f"{self.script} is not there: write it as tests/server/README.md says")
        self.lines = script.read(self.script)

    def run_on(self, server, peer_address: str) -> Run:
        run = Run(self, server, self.module.read_bytes(), self.lines, peer_address)
        self.assertEqual(script.left_out(self.lines, run.description), [], "the script leaves something out")
        run.run_all()
        return run

    def run_embedded(self, peer_address: str) -> Run:
        with embedded_front.Front(self.front, self.like) as front:
            run = self.run_on(EmbeddedServer(front), peer_address)
            run.log = log_of(run)
        print(f"\n  embedded: {run.left_out or f'{len(self.lines)} lines'}", flush=True)
        return run

    def compare(self, real: Run, ours: Run) -> None:
        allowed = FUEL_OF_TIMERS if real.description.scheduled else FUEL_OF_ORDER
        different = [f"{line}: real {theirs:.3f}, embedded {mine:.3f}"
                     for (line, theirs), (_, mine) in zip(real.fuel, ours.fuel, strict=ours.left_out is None)
                     if abs(theirs - mine) > max(allowed, theirs / 1000)]
        self.assertEqual(different, [], "the embedded host counts other fuel than the real one")
        if ours.left_out is None:
            self.assertEqual(ours.log, real.log)

    def test_the_script(self):
        with peer.started() as peer_address:
            if self.host == "embedded":
                self.run_embedded(peer_address)
                return
            real = self.run_on(RealServer(self.host, server_test.ServerTest.address), peer_address)
            real.log = log_of(real)
            without = f", of which it cannot do {', '.join(map(str, real.passed_over))}" if real.passed_over else ""
            print(f"\n  {len(self.lines)} lines{without}", flush=True)
            if self.front:
                self.compare(real, self.run_embedded(peer_address))


def parse_options(arguments: list[str]) -> None:
    if len(arguments) not in (2, 3, 4):
        print(f"usage: {sys.argv[0]} engine|standalone|embedded MODULE.wasm SCRIPT [EMBEDDED_FRONT] [standalone]",
              file=sys.stderr)
        sys.exit(2)
    ModuleTest.host = sys.argv[1]
    paths = [pathlib.Path(one).resolve() for one in arguments[:3]]
    ModuleTest.module, ModuleTest.script, ModuleTest.front = [*paths, None][:3]
    ModuleTest.like = "standalone" if "standalone" in (ModuleTest.host, *arguments[3:]) else "engine"


if __name__ == "__main__":
    if sys.argv[1:2] == ["embedded"]:
        parse_options(sys.argv[2:])
        unittest.main(argv=sys.argv[:1], verbosity=2)
    server_test.main(parse_options)
