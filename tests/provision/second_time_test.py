# tests/provision/second_time_test.py: with everything in the cache, as after this build's configure step, the provisioner
# needs no network, and no longer than Emscripten takes to say its commands. Its PATH holds node alone: no apt-get, pip or
# cargo could be asked.
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path


class SecondTimeTest(unittest.TestCase):
    def test_no_network_and_few_seconds(self):
        provisioner, lock, output = ARGUMENTS
        with tempfile.TemporaryDirectory() as path:
            Path(path, "node").symlink_to(shutil.which("node") or shutil.which("nodejs"))
            kept = {name: os.environ[name] for name in ("HOME", "STDB_CACHE") if name in os.environ}
            command = [sys.executable, "-B", provisioner, "--lock", lock, "--needed-for", "guest,host,test", "--output", output]
            start = time.monotonic()
            done = subprocess.run(command, env={**kept, "PATH": path}, capture_output=True, text=True)
            seconds = time.monotonic() - start
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertNotIn("getting", done.stdout)
        self.assertTrue(Path(output, "parts.cmake").exists())
        # Two on an idle machine; other tests may run beside.
        self.assertLess(seconds, 15)


if __name__ == "__main__":
    ARGUMENTS = sys.argv[1:4]
    unittest.main(argv=sys.argv[:1])
