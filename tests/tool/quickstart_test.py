# tests/tool/quickstart_test.py: the quickstart demo in the embedded host: its own calls, and many calls.
# Usage: quickstart_test.py STDB_TOOL QUICKSTART.wasm CALLS.jsonl
import json
import os
import pathlib
import resource
import subprocess
import sys
import unittest

ONE_HUNDRED_THOUSAND = 100_000
# Bytes; 100,000 rows take some ten million of them. AddressSanitizer keeps what was freed for a while.
MOST_MEMORY = (1 << 30) if os.environ.get("STDB_SANITIZED") else (200 << 20)


class Quickstart(unittest.TestCase):
    tool, module, calls = "", "", ""
    maxDiff = None

    def stdb(self, *arguments, **streams) -> subprocess.CompletedProcess:
        return subprocess.run([self.tool, "run", self.module, *arguments], capture_output=True, text=True, timeout=250,
                              check=False, **streams)

    def test_its_own_calls(self):
        done = self.stdb("--calls", self.calls, "--print", "person")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn('add {"name":"Ann","age":30}: ok\n  info  added Ann as 1  (quickstart.cpp:', done.stdout)
        self.assertIn('add {"name":"","age":1}: error: name is empty\n', done.stdout)
        self.assertIn("\nperson (2 rows)\n  id  name  age\n   1  Ann    30\n   3  Cleo   64\n", done.stdout)

    def test_one_hundred_thousand_calls_in_bounded_memory(self):
        lines = "".join(json.dumps({"reducer": "add", "args": [f"person {number}", number % 100]}) + "\n"
                        for number in range(ONE_HUNDRED_THOUSAND))
        done = self.stdb("--calls", "-", "--json", "--print", "person", input=lines)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        summary = json.loads(done.stdout.splitlines()[-1])
        self.assertEqual((summary["calls"], summary["ok"]), (ONE_HUNDRED_THOUSAND, ONE_HUNDRED_THOUSAND))
        self.assertIn(f'"rows":{ONE_HUNDRED_THOUSAND}', done.stdout)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, MOST_MEMORY)


if __name__ == "__main__":
    Quickstart.tool, Quickstart.module, Quickstart.calls = (str(pathlib.Path(path)) for path in sys.argv[1:4])
    unittest.main(argv=sys.argv[:1], verbosity=2)
