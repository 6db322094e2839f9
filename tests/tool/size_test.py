# tests/tool/size_test.py: `stdb size` says where the bytes of a module are.
import json
import pathlib
import tempfile

import tool_test


class Size(tool_test.ToolTest):
    def test_the_parts_make_the_whole(self):
        done = self.stdb("size", self.module("sample"), "--json")
        self.assertEqual((done.code, done.err), (0, ""))
        report = json.loads(done.out)
        total = self.module("sample").stat().st_size
        magic = 8
        self.assertEqual(report["bytes"], total)
        self.assertEqual(sum(section["bytes"] for section in report["sections"]) + magic, total)
        code = next(section for section in report["sections"] if section["name"] == "code")
        functions = sum(function["bytes"] for function in report["functions"])
        self.assertLess(functions, code["bytes"])
        self.assertGreater(functions + 10, code["bytes"], "all but the headers of the section")

    def test_names(self):
        report = json.loads(self.stdb("size", self.module("sample"), "--json").out)
        names = {function["name"] for function in report["functions"]}
        self.assertLessEqual({"say_id", "shout", "fall", "__describe_module__", "__call_reducer__"}, names)
        self.assertEqual(report["imports"][0], {"module": "spacetime_10.0", "name": "bytes_sink_write"})
        self.assertIn({"name": "memory", "kind": "memory"}, report["exports"])
        sizes = [function["bytes"] for function in report["functions"]]
        self.assertEqual(sizes, sorted(sizes, reverse=True))

    def test_text(self):
        done = self.stdb("size", self.module("sample"))
        self.assertEqual(done.code, 0)
        self.assertRegex(done.out, r"^.*sample\.wasm: [\d,]+ bytes\n\nsections\n")
        self.assertRegex(done.out, r"\n +[\d,]+ +\d+\.\d %  code\n")
        self.assertIn("\nlargest of 5 functions\n", done.out)
        self.assertIn("\n6 imports\n  spacetime_10.0.bytes_sink_write\n", done.out)
        self.assertIn("\n3 exports\n  memory (memory)\n  __describe_module__ (function)\n", done.out)

    def test_damage_is_told(self):
        whole = self.module("sample").read_bytes()
        complaint = "not a wasm module, or a damaged one\n"
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "damaged.wasm"
            for damaged in (b"", b"hello", whole[:100], whole[:8] + b"\x63" + whole[9:], whole + b"\x01\xff\xff\xff\xff\x7f"):
                path.write_bytes(damaged)
                done = self.stdb("size", path)
                self.assertEqual((done.code, done.out, done.err), (2, "", f"stdb: {path}: {complaint}"))
        self.assertEqual(self.stdb("size", "no-such.wasm").code, 2)


if __name__ == "__main__":
    tool_test.main()
