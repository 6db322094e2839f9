# tests/provision/lock_file_test.py: emsdk.lock is whole, and a broken one is refused by entry.
import tempfile
import unittest
from pathlib import Path

from fakes import PROVISIONER, ProvisionError

from lock_file import read_lock

LOCK = PROVISIONER.parents[2] / "emsdk.lock"
SMALL = """
format = 1
architecture = "x86_64"
[parts.thing]
version = "1.0"
needed_for = ["host"]
fits = "exact"
otherwise = "install thing 1.0"
[[parts.thing.files]]
from = "crates"
name = "thing"
version = "1.0"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
"""


class LockFileTest(unittest.TestCase):
    def read(self, text: str):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "emsdk.lock")
            path.write_text(text)
            return read_lock(path)

    def test_the_projects_own(self):
        parts = read_lock(LOCK).parts
        self.assertEqual(parts["emscripten"].version, "3.1.69")
        self.assertEqual(parts["emscripten"].requires, ("llvm", "binaryen"))
        # What shapes the output is pinned by hash.
        shaping = {"clang-19", "lld-19", "llvm-19", "libllvm19", "libclang-cpp19", "libclang-common-19-dev", "emscripten"}
        shaping |= {"binaryen", "libboost1.88-dev", "wasmtime", "wasmtime-c-api-impl", "libcli11-dev", "googletest"}
        hashed = {file.name for part in parts.values() for file in part.files if file.sha256}
        self.assertLessEqual(shaping, hashed)

    def test_the_key_follows_what_shapes_the_folder(self):
        key = self.read(SMALL).parts["thing"].key
        self.assertEqual(key, self.read(SMALL.replace("install thing 1.0", "other words")).parts["thing"].key)
        self.assertNotEqual(key, self.read(SMALL.replace('sha256 = "00', 'sha256 = "01')).parts["thing"].key)
        self.assertNotEqual(key, self.read(SMALL.replace('name = "thing"', 'name = "thing2"')).parts["thing"].key)

    def test_broken_entries(self):
        cases = {
            "format is 2": SMALL.replace("format = 1", "format = 2"),
            "parts.thing has no version": SMALL.replace('version = "1.0"\nneeded', "needed"),
            r"parts.thing.files\[0\]: from is 'ftp'": SMALL.replace('"crates"', '"ftp"'),
            r"parts.thing.files\[0\] has no suite": SMALL.replace('"crates"', '"debian"'),
            r"parts.thing.files\[0\]: give version and sha256, or least": SMALL.replace("sha256 =", "sha512 ="),
            "64 lower-case hexadecimal digits": SMALL.replace('sha256 = "00', 'sha256 = "'),
            "requires 'other', which is no part": SMALL.replace('fits = "exact"', 'fits = "exact"\nrequires = ["other"]'),
            "cannot read .*emsdk.lock": SMALL + "[",
        }
        for message, text in cases.items():
            with self.subTest(message), self.assertRaisesRegex(ProvisionError, message):
                self.read(text)


if __name__ == "__main__":
    unittest.main()
