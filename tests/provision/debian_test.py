# tests/provision/debian_test.py: the mirror is found in every form of apt's sources; packages unpack; no apt, a clear error.
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from fakes import ProvisionError

from archive import unpack
from debian import DebianFetcher, debian_mirror
from lock_file import File

ONE_LINE = "# comment\ndeb [arch=amd64 signed-by=/k.gpg] http://mirror.test/debian bookworm main contrib # more\n"
DEB822 = """Types: deb deb-src
# a comment inside
URIs: http://mirror.test/debian
 http://second.test/debian
Suites: bookworm bookworm-updates
Components: main
"""


class MirrorTest(unittest.TestCase):
    def mirror(self, **files: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, text in files.items():
                paths.append(Path(folder, name.replace("_", ".")))
                paths[-1].write_text(text)
            return debian_mirror(paths)

    def test_forms(self):
        self.assertEqual(self.mirror(sources_list=ONE_LINE), "http://mirror.test/debian")
        self.assertEqual(self.mirror(debian_sources=DEB822), "http://mirror.test/debian")

    def test_what_is_no_mirror_of_debian_is_passed_over(self):
        security = "deb http://mirror.test/security bookworm-security main\n"
        foreign = "deb http://other.test/packages nodistro main\ndeb-src http://mirror.test/src bookworm main\n"
        self.assertEqual(self.mirror(a_list=security + foreign, b_list=ONE_LINE), "http://mirror.test/debian")
        disabled = "Enabled: no\n" + DEB822.replace("mirror", "disabled")
        self.assertEqual(self.mirror(a_sources=disabled + "\n" + DEB822), "http://mirror.test/debian")

    def test_none(self):
        with self.assertRaisesRegex(ProvisionError, "names no Debian mirror"):
            self.mirror(ubuntu_list="deb http://mirror.test/ubuntu jammy main\n")
        with self.assertRaisesRegex(ProvisionError, "names no Debian mirror"):
            debian_mirror([])

    def test_a_machine_without_apt(self):
        file = File("debian", "thing", "trixie", "1.0", "", "0" * 64, ("*",), ())
        with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"PATH": folder}):
            with self.assertRaisesRegex(ProvisionError, "no apt-get, apt-config, dpkg-deb, so Debian's packages cannot"):
                DebianFetcher(Path(folder), lambda text: None).fetch([file], Path(folder))


@unittest.skipIf(shutil.which("dpkg-deb") is None, "needs dpkg-deb")
class PackageTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        tree = self.root / "tree"
        (tree / "DEBIAN").mkdir(parents=True)
        (tree / "usr/bin").mkdir(parents=True)
        (tree / "DEBIAN/control").write_text("Package: thing\nVersion: 1.0\nArchitecture: all\nMaintainer: t\nDescription: t\n")
        (tree / "usr/bin/thing").write_text("#!/bin/sh\n")
        (tree / "usr/bin/thing").chmod(0o755)
        (tree / "usr/bin/other").symlink_to("thing")
        self.package = self.root / "thing.deb"
        subprocess.run(["dpkg-deb", "--build", str(tree), str(self.package)], check=True, capture_output=True)
        self.file = File("debian", "thing", "trixie", "1.0", "", "0" * 64, ("usr/*",), ())

    def test_unpacks_files_links_and_modes(self):
        unpack(self.file, self.package, self.root / "out")
        self.assertTrue(os.access(self.root / "out/usr/bin/thing", os.X_OK))
        self.assertEqual(os.readlink(self.root / "out/usr/bin/other"), "thing")

    def test_a_damaged_package(self):
        self.package.write_bytes(self.package.read_bytes()[:-40])
        with self.assertRaisesRegex(ProvisionError, "cannot unpack thing.deb"):
            unpack(self.file, self.package, self.root / "out")


if __name__ == "__main__":
    unittest.main()
