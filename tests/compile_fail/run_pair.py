# tests/compile_fail/run_pair.py: a source that must compile as it stands and must be refused, in our words, when broken.
"""Usage: run_pair.py CASE.cpp PRELUDES COMPILER [FLAG ...] [--broken FLAG ...]

The case begins with lines that say what it is about:

  // expect: TEXT      the text of the refusal; may be said several times, and then each is looked for
  // broken: 3         there are three broken forms, STDB_BROKEN=1 to 3; without this line one
  // target: 10000     it is about modules for older servers (STDB_TARGET); without this line about the newest
  // errors: 40        so many may follow from what is refused; without this line 6

It is compiled without STDB_BROKEN, which must succeed, and in each broken form, which must fail with each TEXT among the
first lines of the compiler's output, and with few errors beside. After --broken come more flags for these: users have
fewer warnings made errors. A case in the folder "accepted" expects nothing and has no broken form.

A case that was as expected is not compiled again until it, a header, the compiler or its flags change.

PRELUDES holds the SDK's headers as the compiler has parsed them, by target: PRELUDES/21400/prelude.hpp.gch. Where there
is none for the target the headers are parsed once more.
"""

import re
import subprocess
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))
import stamps  # noqa: E402  (found by the path above)

# Fifteen lines and then ours, which is what a user reads before giving up: "In file included from" and "required from" count as well.
FIRST_LINES = 16
# What else the compiler may say before nobody finds our words.
MOST_ERRORS = 6
NEWEST_TARGET = "21400"


class Case:
    """What a source says of itself, and the compiler that it is given to."""

    def __init__(self, path: Path, preludes: Path, command: list[str]) -> None:
        self.path = path
        said = {"broken": "1", "target": NEWEST_TARGET, "errors": str(MOST_ERRORS)}
        self.expected: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            found = re.match(r"// (expect|broken|target|errors): (.*)", line)
            if found and found[1] == "expect":
                self.expected.append(found[2].strip())
            elif found:
                said[found[1]] = found[2].strip()
        self.is_accepted = path.parent.name == "accepted"
        self.most_errors = int(said["errors"])
        self.broken_forms = 0 if self.is_accepted else int(said["broken"])
        both = command.index("--broken") if "--broken" in command else len(command)
        self.broken_flags = command[both + 1:]
        self.command = [*command[:both], f"-DSTDB_TARGET={said['target']}"]
        prelude = preludes / said["target"] / "prelude.hpp"
        if prelude.with_suffix(".hpp.gch").exists():
            self.command += ["-include", str(prelude)]

    def compile(self, form: int) -> tuple[bool, str]:
        """Whether the form compiles (0 is the unbroken one), and what the compiler says."""
        broken = [f"-DSTDB_BROKEN={form}", *self.broken_flags] if form else []
        done = subprocess.run([*self.command, *broken, "-fsyntax-only", str(self.path)], capture_output=True, text=True,
                              check=False)
        return done.returncode == 0, done.stderr

    def failures(self) -> list[str]:
        """What is not as it should be."""
        if not self.expected and not self.is_accepted:
            return ["no '// expect:' line: say which message the broken form shall give"]
        compiles, output = self.compile(0)
        found = [] if compiles else [f"does not compile unbroken:\n{output}"]
        for form in range(1, self.broken_forms + 1):
            compiles, output = self.compile(form)
            if compiles:
                found.append(f"compiles although it is broken (form {form}); expected: {self.expected[0]}")
            else:
                found += [f"form {form}: {one}" for one in misses(self.expected, output) + buries(output, self.most_errors)]
        return found


def misses(expected: list[str], output: str) -> list[str]:
    """The texts that the first lines of the output lack. A compiler breaks long lines nowhere."""
    lines = output.splitlines()
    found = []
    for text in expected:
        at = next((number for number, line in enumerate(lines, start=1) if text in line), None)
        if at is None:
            found.append(f"refused without the words '{text}':\n{output}")
        elif at > FIRST_LINES:
            found.append(f"'{text}' comes in line {at} of the output; {FIRST_LINES} is the last that is read:\n{output}")
    return found


def buries(output: str, most: int = MOST_ERRORS) -> list[str]:
    """That the output has more errors than a reader looks at."""
    errors = len(re.findall(r"\berror: ", output))
    if errors <= most:
        return []
    return [f"{errors} errors, {most} at most: let nothing follow from what is refused:\n{output}"]


def main() -> int:
    """Compiles one case and says what is wrong with it."""
    path, preludes, *command = sys.argv[1:]
    case = Case(Path(path), Path(preludes), command)
    looked_at = [case.path.resolve(), *(Path(__file__).resolve().parent / name for name in ("prelude.hpp", "run_pair.py"))]
    stamp = stamps.folder("compile_fail") / stamps.digest(looked_at, " ".join(command), stamps.program(command[0]))
    if stamp.exists():
        print(f"{path}: as expected before")
        return 0
    found = case.failures()
    if not found:
        stamp.touch()
    print("\n".join(f"{path}: {one}" for one in found) or f"{path}: as expected")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
