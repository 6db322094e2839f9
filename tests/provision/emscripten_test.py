# tests/provision/emscripten_test.py: the commands of Emscripten as they are taken from what it prints.
import os
import sys
import tempfile
import unittest
from pathlib import Path

from fakes import PROVISIONER  # noqa: F401, puts the provisioner on the path

from emscripten import ask_emscripten
from errors import ProvisionError

# Says what em++ -v says, as far as it is looked at; its arguments and environment are told on lines of their own.
SCRIPT = """
import os, sys
source, wasm, folder = sys.argv[-3], sys.argv[-1], os.path.dirname(sys.argv[-1])
environment = os.environ
print("cache", environment.get("EM_COMPILER_WRAPPER"), environment.get("EMCC_CFLAGS"), "config", environment.get("EM_CONFIG"), file=sys.stderr)
print(f' "/llvm/bin/clang++" -target wasm32 --sysroot=/em -v -flto -mbulk-memory {source} -c -o {folder}/t/nothing_0.o', file=sys.stderr)
print(f' "/llvm/bin/clang" -cc1 -triple wasm32 {source}', file=sys.stderr)
print(f" /llvm/bin/wasm-ld -o {wasm} --stack-first -L/em/lto {folder}/t/nothing_0.o /em/crt1.o -lc {folder}/js.so --table-base=1 "
      "-z stack-size=65536 -mllvm -x --max-memory=2147483648 --initial-heap=16777216 --entry=_initialize", file=sys.stderr)
print(" /binaryen/bin/wasm-emscripten-finalize", file=sys.stderr)
"""


class EmscriptenTest(unittest.TestCase):
    def ask(self, script: str):
        with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            file.write(script)
            file.flush()
            return ask_emscripten([sys.executable, file.name], Path("/em.config"))

    def test_what_is_said_for_each_module_anew_is_left_out(self):
        commands = self.ask(SCRIPT)
        self.assertEqual(commands["STDB_WASM_CXX"], ["/llvm/bin/clang++", "-target", "wasm32", "--sysroot=/em", "-flto"])
        kept = "/llvm/bin/wasm-ld --stack-first -L/em/lto /em/crt1.o -lc --table-base=1 -mllvm -x --entry=_initialize --import-undefined"
        self.assertEqual(commands["STDB_WASM_LD"], kept.split())

    def test_what_would_change_the_commands_is_left_out_of_the_environment(self):
        for name in ("EM_COMPILER_WRAPPER", "EMCC_CFLAGS"):
            os.environ[name] = "ccache"
            self.addCleanup(os.environ.pop, name)
        with self.assertRaisesRegex(ProvisionError, "cache  None config /em.config"):
            self.ask(SCRIPT.replace("clang++", "nothing").replace("-c -o", "-cc1 -o"))

    def test_an_emscripten_that_fails_or_prints_something_else(self):
        with self.assertRaisesRegex(ProvisionError, "cannot build a module of nothing. It says:\nno node"):
            self.ask("import sys; sys.exit('no node')")
        with self.assertRaisesRegex(ProvisionError, "does not say how it compiles, or not as its pinned version does"):
            self.ask("")
        for other in (("wasm-ld", "lld"), ("--stack-first", "@arguments"), ("-L/em/lto", "'-L/em;lto'")):
            with self.assertRaisesRegex(ProvisionError, "does not say how it links"):
                self.ask(SCRIPT.replace(*other))
        with self.assertRaisesRegex(ProvisionError, "does not run"):
            ask_emscripten(["/nowhere/em++"], None)


if __name__ == "__main__":
    unittest.main()
