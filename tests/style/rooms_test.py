# tests/style/rooms_test.py: the rules of CONTRIBUTING.md about rooms: which includes which, what public headers may define,
# what a module's code may use; and words that do not belong into the tree.
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = {".c", ".h", ".cpp", ".hpp", ".py", ".rs", ".cmake", ".sh", ".def"}

# room: the rooms whose headers it may include, itself aside. Tests, benchmarks and demos may include anything.
MAY_INCLUDE = {
    "abi": set(),
    "shim": {"abi"},
    "sdk/bsatn": set(),
    "sdk/schema": {"bsatn"},
    "sdk/query": {"schema", "bsatn"},
    "sdk/module": {"query", "schema", "bsatn", "shim", "abi"},
    "sdk/host": {"abi", "shim"},
    "sdk/testing": {"host", "module", "query", "schema", "bsatn", "shim", "abi"},
    "sdk/tool": {"host"},
}
# The only header of the shim that the host may see: the table of native functions. The rest is the guest's.
HOST_MAY_INCLUDE_OF_SHIM = {"stdb/shim/native.h"}
# Of its own room's name or of its umbrella header, as in <stdb/module.hpp>.
INCLUDE = re.compile(r'^\s*#\s*include\s+["<](stdb/([a-z_]+)(?:/[^">]+|\.hpp))[">]', re.MULTILINE)


def tracked():
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"],
                            capture_output=True, text=True, check=True).stdout
    # What fuzzers have found is bytes, no text.
    return [path for path in listed.splitlines()
            if (ROOT / path).is_file() and not path.startswith("tests/fuzz/corpus/")]


def sources(*suffixes):
    return [path for path in tracked() if pathlib.PurePath(path).suffix in suffixes]


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


class Rooms(unittest.TestCase):
    def test_the_table_for_readers_says_the_same(self):
        rows = re.findall(r"^\| `((?:abi|shim|sdk/[a-z]+))/` \|[^|]*\|([^|]*)\|$", text_of("CONTRIBUTING.md"), re.MULTILINE)
        said = {room: set(re.findall(r"`([a-z]+)`", allowed)) for room, allowed in rows}
        self.assertEqual({room: said.get(room) for room in MAY_INCLUDE}, MAY_INCLUDE)

    def test_a_room_includes_only_what_it_may(self):
        wrong = []
        for path in sources(".c", ".h", ".cpp", ".hpp"):
            room = next((room for room in MAY_INCLUDE if path.startswith(room + "/")), None)
            if room is None:
                continue
            for header, included in INCLUDE.findall(text_of(path)):
                own = included == room.rsplit("/", 1)[-1]
                allowed = own or included in MAY_INCLUDE[room]
                if room == "sdk/host" and included == "shim":
                    allowed = header in HOST_MAY_INCLUDE_OF_SHIM
                if not allowed:
                    wrong.append(f"{path} includes {header}")
        self.assertEqual(wrong, [])

    def test_one_file_includes_pfr(self):
        found = [path for path in sources(".c", ".h", ".cpp", ".hpp") if "boost/pfr" in text_of(path)]
        self.assertEqual(found, ["sdk/bsatn/include/stdb/bsatn/detail/reflect.hpp"])

    def test_users_never_name_detail(self):
        users = [path for path in tracked() if path.startswith("demos/") or path == "README.md"]
        self.assertEqual([path for path in users if "detail::" in text_of(path)], [])

    def test_public_headers_define_no_macro(self):
        headers = [path for path in sources(".hpp", ".h") if path.startswith("sdk/") and "/include/" in path]
        wrong = [path for path in headers if re.search(r"^\s*#\s*define\s", text_of(path), re.MULTILINE)]
        self.assertEqual(wrong, [])

    def test_guest_code_keeps_to_what_it_may_use(self):
        forbidden = re.compile(
            r"#\s*include\s+<(iostream|sstream|fstream|format|locale|regex|functional|thread|chrono|cstdio)>"
            r"|\bstd::(function|to_chars|cout|cerr|format|regex)\b|\b(throw|try|typeid|dynamic_cast)\b(?!_)")
        guest = [path for path in sources(".hpp", ".cpp")
                 if path.startswith(("sdk/bsatn/include", "sdk/schema", "sdk/query", "sdk/module"))]
        wrong = []
        for path in guest:
            for number, line in enumerate(text_of(path).splitlines(), 1):
                if forbidden.search(line.split("//", 1)[0]):
                    wrong.append(f"{path}:{number}: {line.strip()}")
        self.assertEqual(wrong, [])


class Files(unittest.TestCase):
    def test_have_no_unfinished_marks(self):
        marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
        self.assertEqual([path for path in sources(*CODE) if marks.search(text_of(path))], [])

    def test_name_no_registry(self):
        # Lock files of an ecosystem hold addresses by their nature.
        host = re.compile(r"https?://[a-z0-9.-]*(debian|npmjs|pypi|pythonhosted|crates|golang|maven)[a-z0-9.-]*/")
        wrong = []
        for path in tracked():
            if path.endswith(("Cargo.lock", ".wasm", ".bin")):
                continue
            for number, line in enumerate(text_of(path).splitlines(), 1):
                if host.search(line):
                    wrong.append(f"{path}:{number}: {line.strip()[:100]}")
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
