# tests/unit/testing/report_test.py: a program whose tests fail prints rows, values and misuse so that a reader knows them:
#   report_test.py PROGRAM
import subprocess
import sys

NOBODY = "0x" + 64 * "0"
# Every framework puts words of its own around these, and breaks and indents lines as it likes.
EXPECTED = [
    'open_account: error: "name is empty"',
    "break_down: trapped: ",
    "panic broken down (bank.cpp:",
    'error: "another end"',
    "total: ok",
    f'1 row {{id: 1, name: "Ann", owner: {NOBODY}, kind: gold, balance: 5}}',
    f'1 row {{id: 2, name: "Bob", owner: {NOBODY}, kind: plain, balance: 0}}',
    "no row",
    f'{{id: 3, name: "Cid", owner: {NOBODY}, kind: plain, balance: 0}}',
    "gold",
    "2026-01-01T00:00:00+00:00",
    "1970-01-01T00:00:00+00:00",
    "rich_accounts: ok: 0 rows",
    "stdb: find() found no row in table account, and the test looks into it",
]


def main() -> None:
    done = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=False)
    # Catch2 breaks long lines where it likes, within a word too if it is long.
    said = " ".join(done.stdout.split())
    without_blanks = "".join(done.stdout.split())
    missing = [text for text in EXPECTED if text not in said and "".join(text.split()) not in without_blanks]
    if done.returncode == 0:
        sys.exit("the program's tests were to fail, and pass")
    if missing or "{?}" in said or "byte object" in said:
        sys.exit(f"{done.stdout}\n{done.stderr}\nmissing: {missing}")


main()
