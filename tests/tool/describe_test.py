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
        self.assertIn("  index by_owner_color (thing_owner_color_idx_btree): btree (owner, color)", lines)
        self.assertIn("  index code (hidden_by_code): unique direct (code)", lines)
        self.assertIn("sum Color { Red, Green, Blue }", lines)

    def test_functions_of_every_kind(self):
        lines = self.stdb("describe", self.module("functions")).out.splitlines()
        start = lines.index("reducer act()")
        self.assertEqual(lines[start:], [
            "reducer act()",
            "reducer tick(row: Timer)  private",
            "procedure ask(text: String) -> String",
            "procedure rest()",
            "procedure work(row: Job)  private",
            "procedure fetch(address: String) -> String",
            "view mine() -> Array<Item>  by sender",
            "view all() -> Option<Item>  for everyone",
            "view chosen() -> Query<Item>  for everyone, primary key id",
            "route GET /greet -> greet",
            'route GET "" -> greet',
            "route any /echo -> echo",
            'environment MODE: "fast" or "slow", optional',
            "row-level security: SELECT * FROM item",
            "",
            "product Item { id: u64, text: String }",
            "product Timer { id: u64, at: ScheduleAt, text: String }",
            "product Job { id: u64, at: ScheduleAt, text: String }",
        ])
        self.assertIn("  schedule: calls work, time in at", lines)

    def test_names_that_are_converted(self):
        lines = self.stdb("describe", self.module("v10")).out.splitlines()
        self.assertIn("table hidden_codes (as secret) (private)", lines)

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
