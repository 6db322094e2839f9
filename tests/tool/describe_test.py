# tests/tool/describe_test.py: `stdb describe` prints what a module declares.
import json

import tool_test


class Describe(tool_test.ToolTest):
    def test_text(self):
        done = self.stdb("describe", self.module("sample"))
        self.assertEqual((done.code, done.err), (0, ""))
        self.assertEqual(done.out.splitlines(), [
            f"{self.module('sample')}: RawModuleDef V9",
            "",
            "table item (public)",
            "  id    u32",
            "  name  String",
            "",
            "table empty (public)",
            "  id  u32",
            "",
            "reducer init()  runs as init",
            "reducer joined()  runs as client_connected",
            "reducer left()  runs as client_disconnected",
            "reducer put(id: u32, name: String)",
            "reducer fail(text: String)",
            "reducer trap()",
            "reducer spin()",
            "reducer shout()",
            "reducer again()",
            "",
            "product Item { id: u32, name: String }",
            "product deep::Empty { id: u32 }",
        ])

    def test_keys_indexes_and_types(self):
        done = self.stdb("describe", self.module("v10"))
        self.assertEqual(done.code, 0)
        lines = done.out.splitlines()
        self.assertEqual(lines[0], f"{self.module('v10')}: RawModuleDef V10")
        self.assertIn("table thing (public)", lines)
        self.assertIn("  id     u32                   primary key, auto_inc", lines)
        self.assertIn("  conn   Option<ConnectionId>", lines)
        self.assertIn("  shape  geo::Shape", lines)
        self.assertIn("  index thing_owner_color_idx_btree: btree (owner, color)", lines)
        self.assertIn("table hidden_codes (private)", lines)
        self.assertIn("  index hidden_by_code: unique direct (code)", lines)
        self.assertIn("sum Color { Red, Green, Blue }", lines)

    def test_json_is_the_whole_description(self):
        done = self.stdb("describe", self.module("sample"), "--json")
        self.assertEqual(done.code, 0)
        description = json.loads(done.out)["V9"]
        self.assertEqual([table["name"] for table in description["tables"]], ["item", "empty"])
        self.assertEqual(description["reducers"][0]["lifecycle"], {"some": {"Init": []}})

    def test_no_reducer_runs(self):
        self.assertEqual(self.stdb("describe", self.module("trapping_init")).code, 0)

    def test_what_cannot_be_described(self):
        done = self.stdb("describe", self.module("reserved"))
        self.assertEqual(done.code, 2)
        self.assertEqual(done.err.count("\n"), 1)
        self.assertEqual(self.stdb("describe", "no-such.wasm").code, 2)
        self.assertEqual(self.stdb("describe", __file__).code, 2)


if __name__ == "__main__":
    tool_test.main()
