# tests/tool/tool_test.py: the frame of the tool's tests: where it lies, and how it is run.
"""A test file ends with `tool_test.main()`. Usage: FILE STDB_TOOL MODULES_FOLDER VERSION"""

import dataclasses
import json
import pathlib
import subprocess
import sys
import unittest

RUN_SECONDS = 120


@dataclasses.dataclass
class Done:
    code: int
    out: str
    err: str

    def objects(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


class ToolTest(unittest.TestCase):
    tool = pathlib.Path()
    modules = pathlib.Path()
    version = ""
    maxDiff = None

    def stdb(self, *arguments, given: str | bytes = "") -> Done:
        if isinstance(given, str):
            given = given.encode()
        done = subprocess.run([str(self.tool), *map(str, arguments)], input=given, capture_output=True,
                              timeout=RUN_SECONDS, check=False)
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def module(self, name: str) -> pathlib.Path:
        return self.modules / f"{name}.wasm"

    def run_calls(self, *lines: str, module: str = "sample", options: tuple = ()) -> Done:
        given = "".join(line + "\n" for line in lines)
        return self.stdb("run", self.module(module), "--calls", "-", *options, given=given)

    def calls_of(self, done: Done) -> str:
        """The text output as far as it tells of calls: without the summary, which names files and fuel."""
        return done.out.split("\n\n")[0].rstrip("\n")


def main() -> None:
    ToolTest.tool, ToolTest.modules = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    ToolTest.version = sys.argv[3]
    unittest.main(module="__main__", argv=sys.argv[:1], verbosity=2)
