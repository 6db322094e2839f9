# tests/server/probe_test.py: proves each real host, and the way here to talk to it, with a module made by hand.
# Usage: probe_test.py engine|standalone
import unittest

import http_client
import probe_module
import server_test


class ProbeTest(server_test.ServerTest):
    def setUp(self):
        self.database = http_client.Database(self.address, f"probe-{self._testMethodName.replace('_', '-')}")
        published = self.database.publish(probe_module.build(probe_module.DESCRIPTIONS[self.host]))
        self.assertEqual(published.status, 200, published.text)

    def test_calls_change_rows_and_logs(self):
        for args in (["Ann", 30], {"age": 5, "name": "Bob"}):
            answer = self.database.call("add", args)
            self.assertEqual((answer.status, answer.text), (200, ""), args)
            self.assertGreater(self.database.energy(answer), 0)
        self.assertEqual(sorted(self.database.rows("SELECT * FROM person")), [[1, "Ann", 30], [2, "Bob", 5]])
        messages = [(line.level, line.message) for line in self.database.logs()]
        self.assertEqual(messages[-2:], [("Info", "Ann"), ("Info", "Bob")])

    def test_an_error_text_comes_back_and_nothing_changes(self):
        answer = self.database.call("add", ["", 1])
        self.assertEqual((answer.status, answer.text), (530, "name is empty"))
        self.assertEqual(self.database.rows("SELECT * FROM person"), [])

    def test_bad_calls_are_refused(self):
        for args in (["x"], ["x", 256], ["x", -1], ["x", "1"], ["x", 1, 2], {"name": "x"}, 5):
            answer = self.database.call("add", args)
            self.assertEqual(answer.status, 400, args)
            self.assertIn("invalid arguments for reducer add", answer.text)
        self.assertEqual(self.database.call("nope", []).status, 404)
        self.assertEqual(self.database.call("init", []).status, 400)
        self.assertEqual(self.database.rows("SELECT * FROM person"), [])

    def test_the_same_fuel_each_time(self):
        answers = [self.database.call("add", ["Ann", 30]) for _ in range(3)]
        self.assertEqual(len({self.database.energy(answer) for answer in answers}), 1)

    def test_publishing_again_keeps_the_rows(self):
        self.database.call("add", ["Ann", 30])
        module = probe_module.build(probe_module.DESCRIPTIONS[self.host])
        self.assertIn("updated", self.database.publish(module).text)
        self.assertEqual(self.database.rows("SELECT * FROM person"), [[1, "Ann", 30]])
        self.assertEqual(self.database.publish(module, "?clear=true").status, 200)
        self.assertEqual(self.database.rows("SELECT * FROM person"), [])

    def test_only_the_owner_publishes(self):
        stranger = http_client.Database(self.address, self.database.name)
        answer = stranger.publish(probe_module.build(probe_module.DESCRIPTIONS[self.host]))
        self.assertNotEqual(answer.status, 200)
        self.assertIn("does not own", answer.text)

    def test_bad_modules_are_refused(self):
        other = http_client.Database(self.address, "refused")
        for wasm in (b"", b"no wasm", probe_module.build("module_a_v9").replace(b"spacetime_10.0", b"spacetime_99.0")):
            answer = other.publish(wasm)
            self.assertGreaterEqual(answer.status, 400, answer.text)
        self.assertEqual(other.call("add", ["Ann", 30]).status, 404)

    def test_generations(self):
        other = http_client.Database(self.address, "generations")
        self.assertEqual(other.publish(probe_module.build("module_a_v9")).status, 200)
        newer = http_client.Database(self.address, "generations-newer").publish(probe_module.build("module_a_v10"))
        if self.host == "standalone":
            self.assertIn("unknown tag 0x2", newer.text)
        else:
            self.assertEqual(newer.status, 200, newer.text)

    def test_the_schema(self):
        tables = self.database.schema()["tables"]
        self.assertEqual([table["name"] for table in tables], ["person"])


if __name__ == "__main__":
    server_test.main()
