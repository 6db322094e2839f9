# tests/compile_fail/run_pair.py: a source that must compile as it stands and must be refused, in our words, when broken.
"""Usage: run_pair.py CASE.cpp COMPILER [FLAG ...]

The case begins with lines "// expect: TEXT". It is compiled without STDB_BROKEN, which must succeed, and with it, which must
fail with a message that contains each TEXT.
"""

import subprocess
import sys


def expectations(path):
    with open(path, encoding="utf-8") as file:
        return [line.split(":", 1)[1].strip() for line in file if line.startswith("// expect:")]


def compile_case(command, path, broken):
    flags = ["-DSTDB_BROKEN"] if broken else []
    done = subprocess.run([*command, *flags, "-fsyntax-only", path], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def failures(command, path):
    texts = expectations(path)
    if not texts:
        return [f"{path}: no '// expect:' line: say which message the broken form shall give"]
    found = []
    code, output = compile_case(command, path, broken=False)
    if code != 0:
        found.append(f"{path}: does not compile unbroken:\n{output}")
    code, output = compile_case(command, path, broken=True)
    if code == 0:
        found.append(f"{path}: compiles although it is broken; expected: {texts[0]}")
    # A compiler breaks long lines of its output nowhere, but joins our literals.
    found += [f"{path}: refused without the words '{text}':\n{output}" for text in texts if code != 0 and text not in output]
    return found


def main():
    path, *command = sys.argv[1:]
    found = failures(command, path)
    print("\n".join(found) or f"{path}: as expected")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
