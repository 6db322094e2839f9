# tests/provision/store_test.py: a part is in the cache whole, or not at all, whatever happens on the way.
import multiprocessing
import os
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

from fakes import CONTENTS, FakeFetcher, ProvisionError, part_of, tar_gz

import arrange
from store import Store, is_whole

HEADER = "thing-1.0/include/thing.h"


class StoreTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name) / "cache"
        self.archive = tar_gz(CONTENTS)
        self.part = part_of(self.archive)
        self.fetcher = FakeFetcher(self.archive)
        self.said: list[str] = []
        self.store = self.new_store()

    def new_store(self) -> Store:
        return Store(self.root, {"crates": self.fetcher}, self.said.append)

    def assert_whole(self, folder: Path):
        self.assertEqual((folder / HEADER).read_bytes(), CONTENTS[HEADER])
        self.assertTrue(is_whole(folder))
        self.assertEqual(list((self.root / "downloads").iterdir()), [])

    def test_fetches_verifies_and_unpacks(self):
        self.assert_whole(self.store.ensure(self.part))
        self.assertEqual(self.fetcher.count, 1)
        self.assertIn("getting thing 1.0 (crates: thing)", self.said)

    def test_a_second_time_fetches_nothing(self):
        self.store.ensure(self.part)
        self.fetcher.failure = AssertionError("the network was asked")
        self.assert_whole(self.new_store().ensure(self.part))

    def test_keeps_what_the_lock_keeps(self):
        folder = self.store.ensure(part_of(self.archive, keep=("*/include/*",)))
        self.assertTrue((folder / HEADER).exists())
        self.assertFalse((folder / "thing-1.0/doc").exists())

    def test_a_pattern_that_keeps_nothing_is_an_error(self):
        with self.assertRaisesRegex(ProvisionError, "holds nothing that emsdk.lock keeps: usr/"):
            self.store.ensure(part_of(self.archive, keep=("usr/*",)))

    def test_a_truncated_download_is_refused_and_fetched_again(self):
        self.fetcher.archive = self.archive[:-20]
        with self.assertRaisesRegex(ProvisionError, f"pins {self.part.files[0].sha256}: the download was cut short"):
            self.store.ensure(self.part)
        self.assertFalse(self.store.folder(self.part).exists())
        self.fetcher.archive = self.archive
        self.assert_whole(self.new_store().ensure(self.part))

    def test_another_file_than_the_pinned_one_is_refused(self):
        self.fetcher.archive = tar_gz({HEADER: b"#define THING 666\n"})
        with self.assertRaisesRegex(ProvisionError, r"thing 1\.0, \d+ bytes\) has the SHA-256 [0-9a-f]{64}, but emsdk.lock pins"):
            self.store.ensure(self.part)
        self.assertFalse(self.store.folder(self.part).exists())

    def test_an_interrupted_download_leaves_nothing_half_used(self):
        self.fetcher.failure = KeyboardInterrupt()
        with self.assertRaises(KeyboardInterrupt):
            self.store.ensure(self.part)
        self.assertFalse(self.store.folder(self.part).exists())
        self.fetcher.failure = None
        self.assert_whole(self.new_store().ensure(self.part))
        self.assertEqual(list((self.root / "tmp").iterdir()), [])

    def test_an_interrupted_unpacking_is_done_again_from_the_verified_download(self):
        with mock.patch.object(arrange, "arrange", side_effect=KeyboardInterrupt):
            with self.assertRaises(KeyboardInterrupt):
                self.store.ensure(self.part)
        self.assertFalse(self.store.folder(self.part).exists())
        self.assert_whole(self.new_store().ensure(self.part))
        self.assertEqual(self.fetcher.count, 1)

    def test_a_download_that_was_damaged_in_the_cache_is_fetched_again(self):
        with mock.patch.object(arrange, "arrange", side_effect=KeyboardInterrupt):
            with self.assertRaises(KeyboardInterrupt):
                self.store.ensure(self.part)
        (download,) = (self.root / "downloads").iterdir()
        download.write_bytes(download.read_bytes()[:-1])
        self.assert_whole(self.new_store().ensure(self.part))
        self.assertEqual(self.fetcher.count, 2)

    def test_a_damaged_folder_is_made_anew(self):
        folder = self.store.ensure(self.part)
        damages = {
            "a file is gone": lambda: (folder / HEADER).unlink(),
            "a file is cut short": lambda: (folder / HEADER).write_bytes(b"#def"),
            "the manifest is cut short": lambda: (folder / "stdb-part.json").write_text("{"),
            "the manifest is gone": lambda: (folder / "stdb-part.json").unlink(),
        }
        for count, (what, damage) in enumerate(damages.items(), start=2):
            with self.subTest(what):
                damage()
                self.assert_whole(self.new_store().ensure(self.part))
                self.assertEqual(self.fetcher.count, count)

    def test_a_cache_that_was_moved_is_made_anew(self):
        # Its scripts hold the old place.
        folder = self.store.ensure(self.part)
        moved = self.root.with_name("moved")
        self.root.rename(moved)
        self.root = moved
        self.assertFalse(is_whole(moved / folder.relative_to(folder.parents[1])))
        self.assert_whole(self.new_store().ensure(self.part))

    def test_an_archive_cannot_write_outside(self):
        self.archive = tar_gz({"../../outside.txt": b"!"})
        self.fetcher.archive = self.archive
        with self.assertRaisesRegex(ProvisionError, r"leads out of its folder: \.\./\.\./outside\.txt"):
            self.store.ensure(part_of(self.archive))

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_cache_that_cannot_be_written(self):
        self.root.parent.chmod(0o500)
        self.addCleanup(self.root.parent.chmod, 0o700)
        with self.assertRaisesRegex(ProvisionError, "cannot write to the cache .* STDB_CACHE"):
            self.store.ensure(self.part)

    def test_a_cache_that_is_a_file(self):
        self.root.write_text("")
        with self.assertRaisesRegex(ProvisionError, "cannot write to the cache .* STDB_CACHE"):
            self.store.ensure(self.part)


class SlowFetcher(FakeFetcher):
    """Leaves a mark in `marks` each time it is asked, and takes its time."""

    def __init__(self, archive: bytes, marks: Path):
        super().__init__(archive)
        self.marks = marks

    def fetch(self, files, folder):
        (self.marks / str(os.getpid())).touch()
        time.sleep(0.5)
        return super().fetch(files, folder)


def ensure_in_process(root: Path, archive: bytes, marks: Path) -> None:
    Store(root, {"crates": SlowFetcher(archive, marks)}, lambda text: None).ensure(part_of(archive))


class TwoAtOnceTest(unittest.TestCase):
    def test_two_configures_at_once_fetch_once(self):
        with tempfile.TemporaryDirectory() as folder:
            root, marks = Path(folder, "cache"), Path(folder, "marks")
            marks.mkdir()
            archive = tar_gz(CONTENTS)
            runs = [multiprocessing.Process(target=ensure_in_process, args=(root, archive, marks)) for _ in range(3)]
            for run in runs:
                run.start()
            for run in runs:
                run.join()
            self.assertEqual([run.exitcode for run in runs], [0, 0, 0])
            self.assertEqual(len(list(marks.iterdir())), 1)


if __name__ == "__main__":
    unittest.main()
