#!/usr/bin/env python3
# tests/oracle/datastore/defects.py: shows that oracle.datastore finds what is wrong, by making things wrong.
"""Usage: defects.py BUILD_FOLDER [--count N] [NAME...]

For each defect of DEFECTS, changes a copy of one source of sdk/host, links run_store with it instead of the right one,
and has the judge look (judge_store.py). Every defect must be found. Not run by ctest: it takes some minutes."""

import argparse
import pathlib
import shlex
import subprocess
import sys
import tempfile

import judge_store

SOURCES = judge_store.HERE.parent.parent.parent / "sdk" / "host" / "src"

# Seconds until a run counts as one that does not end.
LONGEST = 600

# Name, source, what stands there, what stands there instead. The text must be there once.
DEFECTS = [
    ("a scan's second row of a key is the last", "store/sorted_index.cpp",
     "second == end() || !matches(second, key) ? second : find(key, true)", "second"),
    ("an update clashes with the row it replaces", "store/table.cpp",
     "if (found != RowSet::none && found != old) return true;", "if (found != RowSet::none) return true;"),
    ("the same row again is a clash", "store/table.cpp",
     "return is_same(slots_[found]->bytes(), row) ? Change::unchanged : Change::clash;", "return Change::clash;"),
    ("a row that was deleted is still known", "store/table.cpp",
     "if (first_unique() == nullptr) contents_.erase(content_hash(slots_[slot]->bytes()), slot);", ""),
    ("a deleted row still has its content", "store/table.cpp", "return !is_gone(candidate) && is_same", "return is_same"),
    ("deleted rows do not come back", "store/table.cpp",
     "for (const Slot slot : gone_) states_[slot] = RowState::committed;", ""),
    ("a deleted row still has its key", "store/index.cpp", "found != RowSet::none && is_gone(found)", "false"),
    ("a commit erases the first deleted rows only", "store/table.cpp",
     "left = left.subspan(count);", "left = {};"),
    ("a row in a deleted one's slot is no own one", "store/table.cpp",
     "free_slots_.pop_back();\n    states_[slot] = RowState::own;", "free_slots_.pop_back();"),
    ("a scan gives deleted rows", "store/index.cpp", "return table_->has_gone_rows();", "return false;"),
    ("a commit forgets long keys of deleted rows", "store/sorted_index.cpp",
     "are_long[at] = other_scratch_.size() > prefix_size;", "are_long[at] = false;"),
    ("a number is zero if its first byte is", "store/table.cpp",
     "std::ranges::any_of(value, [](std::uint8_t byte) { return byte != 0; })", "value[0] != 0"),
    ("bytes may follow a row of fixed size", "store/table.cpp",
     "row_type_->fixed_size != AlgebraicType::variable && *size != bytes.size()", "false"),
    ("bytes may follow a packed key", "store/index.cpp",
     "return form_ != KeyForm::packed || !has_forms || values.empty();", "return true;"),
    ("rows are equal if their key is", "store/table.cpp",
     "return found != RowSet::none && is_same(slots_[found]->bytes(), row) ? found : RowSet::none;", "return found;"),
    ("generated values are two bytes long", "store/table.cpp",
     "drawn >> std::min<std::size_t>(8 * at, 127)", "at < 2 ? drawn >> (8 * at) : 1"),
    ("excluded bounds are included", "store/sorted_index.cpp",
     "const std::uint64_t last = probe.prefix | ~probe.mask;", "const std::uint64_t last = probe.prefix - 1;"),
    ("joined leaves lose the second one", "store/sorted_index.cpp", "leaf.count += following.count;", ""),
    ("a leaf forgets its new first key", "store/sorted_index.cpp",
     "has_long_keys_ |= key.size() > prefix_size;\n  if (place.at == 0) note_first(place.leaf);",
     "has_long_keys_ |= key.size() > prefix_size;"),
    ("a key goes to the start of a new leaf", "store/sorted_index.cpp",
     "if (place.at > kept) place = {place.leaf + 1, place.at - kept};",
     "if (place.at > kept) place = {place.leaf + 1, 0};"),
    ("sequences do not roll back", "store/store.cpp", "table.take_back_sequences();", "(void)table;"),
    ("only the last deletes roll back", "store/table.cpp", "row_count_ += gone_.size();\n  gone_.clear();",
     "row_count_ += 1;\n  gone_.clear();"),
    ("a commit keeps the log", "store/store.cpp", "  undo_.clear();\n  is_open_ = false;", "  is_open_ = false;"),
    ("an absorbed leaf forgets its new first key", "store/sorted_index.cpp",
     "if (end == 0 && first < last) note_first(leaf);", ""),
    ("absorbed entries are put behind their equals' next", "store/sorted_index.cpp",
     "return (left.prefix < right.prefix) | ((left.prefix == right.prefix) & (left.slot < right.slot));",
     "return left.slot < right.slot;"),
    ("a point scan does not see the transaction's own rows", "store/index.cpp",
     "own_.size() == 0 ? SortedIndex::Range() : own_.equal_to(key)", "SortedIndex::Range()"),
    ("an update does not find the transaction's own row", "store/index.cpp",
     "return slot_of(own_, own_.find(key, false), key);", "return RowSet::none;"),
    ("the transaction's own rows do not clash", "store/index.cpp",
     "return slot_of(own_, new_place_, new_key_);", "return RowSet::none;"),
    ("minus zero is less than zero", "values/sort_key.cpp", "if (number == 0) number = 0;", ""),
    ("negative numbers are the greatest", "values/sort_key.cpp", "if (is_signed) out[start] ^= 0x80;",
     "(void)is_signed; (void)start;"),
    ("a zero byte ends a string", "values/sort_key.cpp", "if (byte == 0) out.push_back(0xFF);", ""),
    ("each NaN is another", "values/sort_key.cpp",
     "Word word = std::isnan(number) ? ~Word{0} : std::bit_cast<Word>(number);",
     "Word word = std::bit_cast<Word>(number);"),
    ("long arrays sort before short ones", "values/sort_key.cpp",
     "out_.push_back(1);  // another", "out_.push_back(0);  // another"),
    ("sums sort by their payload", "values/sort_key.cpp", "out_.push_back(tag);", ""),
    ("a bool may be 2", "values/value.cpp", "if (bytes_[position_] > 1)", "if (bytes_[position_] > 2)"),
    ("strings may be any bytes", "values/value.cpp", "if (!is_utf8(bytes_.subspan(position_, *length)))",
     "if (false)"),
    ("a sum may have one case more", "values/value.cpp", "if (tag >= type.members.size()) return",
     "if (tag > type.members.size()) return"),
    ("an erased entry ends a search", "store/row_set.cpp", "entries_[at].slot = erased;", "entries_[at].slot = none;"),
]


def commands(build: pathlib.Path, target: str) -> str:
    """The last command that makes a target of the build folder."""
    output = subprocess.run(["ninja", "-C", build, "-t", "commands", target], check=True, capture_output=True, text=True)
    return output.stdout.splitlines()[-1]


def link_with(build: pathlib.Path, changed: pathlib.Path, program: pathlib.Path) -> None:
    """Links run_store with an object that goes before the library's."""
    words = shlex.split(commands(build, "run_store").removeprefix(": && ").removesuffix(" && :"))
    words[words.index("-o") + 1] = str(program)
    subprocess.run([*words[:words.index("-o")], changed, *words[words.index("-o"):]], cwd=build, check=True)


def compile_changed(build: pathlib.Path, source: str, old: str, new: str, folder: pathlib.Path) -> pathlib.Path:
    text = (SOURCES / source).read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise SystemExit(f"error: {source} has not once: {old}")
    changed = folder / "changed.cpp"
    changed.write_text(text.replace(old, new), encoding="utf-8")
    words = shlex.split(commands(build, f"sdk/host/CMakeFiles/stdb_host.dir/src/{source}.o"))
    compiled = folder / "changed.o"
    words = [word for word in words if word not in ("-Werror", "-MD", "-g")]
    for option in ("-MT", "-MF"):
        at = words.index(option)
        del words[at:at + 2]
    words[words.index("-o") + 1] = str(compiled)
    words[words.index("-c") + 1] = str(changed)
    subprocess.run(words, cwd=build, check=True, stderr=subprocess.DEVNULL)
    return compiled


def is_found(judge: pathlib.Path, build: pathlib.Path, defect: tuple, count: int) -> bool:
    _, source, old, new = defect
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = folder / "run_store"
        link_with(build, compile_changed(build, source, old, new, folder), program)
        command = [judge, "run", program, "1", str(count), "short"]
        try:
            result = subprocess.run(command, check=False, capture_output=True, text=True, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            print("  it does not end", flush=True)
            return True
        first = result.stdout.splitlines()[0] if result.stdout else result.stderr
        print(f"  {first}", flush=True)
        return "the engines differ" in result.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--count", type=int, default=judge_store.COUNT)
    options = parser.parse_args()
    judge = judge_store.build() / "datastore"
    chosen = [defect for defect in DEFECTS if not options.names or defect[0] in options.names]
    missed = []
    for defect in chosen:
        print(defect[0], flush=True)
        if not is_found(judge, options.build.resolve(), defect, options.count):
            missed.append(defect[0])
    print(f"{len(chosen) - len(missed)} of {len(chosen)} defects are found")
    for name in missed:
        print(f"missed: {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
