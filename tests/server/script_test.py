# tests/server/script_test.py: scripts themselves: what they refuse, what they notice, what their words stand for.
import time
import unittest

import description
import patterns
import script
from readable import Typed, readable

U8, U256, STRING = {"U8": []}, {"U256": []}, {"String": []}


def product(**fields) -> dict:
    return {"Product": {"elements": [{"name": {"some": name}, "algebraic_type": ty} for name, ty in fields.items()]}}


def sum_of(**cases) -> dict:
    return {"Sum": {"variants": [{"name": {"some": name}, "algebraic_type": ty} for name, ty in cases.items()]}}


class ReadableTest(unittest.TestCase):
    def check(self, ty: dict, written, expected, refs=()):
        self.assertEqual(readable(written, Typed(ty, list(refs))), expected)

    def test_plain_values(self):
        self.check(U8, 5, 5)
        self.check({"I256": []}, "-0x10", -16)
        self.check(U256, "0xff", 255)
        self.check(STRING, "0xff", "0xff")
        self.check({"F32": []}, 0.5, 0.5)

    def test_arrays(self):
        self.check({"Array": U8}, "0a0b", [10, 11])
        self.check({"Array": {"Ref": 0}}, "0a0b", [10, 11], [U8])
        self.check({"Array": {"U16": []}}, [10, 11], [10, 11])

    def test_products_and_sums(self):
        self.check(product(a=U8, b=STRING), [1, "x"], [1, "x"])
        self.check(product(a=U8, b=STRING), {"b": "x", "a": 1}, [1, "x"])
        option = sum_of(some=U8, none=product())
        self.check(option, [0, 7], {"some": 7})
        self.check(option, {"none": []}, {"none": []})

    def test_special_types(self):
        self.check(product(__identity__=U256), ["0x0c2"], "0x" + "0" * 62 + "c2")
        self.check(product(__connection_id__={"U128": []}), [255], "0x" + "0" * 30 + "ff")
        self.check(product(__timestamp_micros_since_unix_epoch__={"I64": []}), [5], 5)
        self.check(product(__uuid__={"U128": []}), [1], "00000000-0000-0000-0000-000000000001")


class WordsTest(unittest.TestCase):
    def setUp(self):
        self.words = patterns.Words({"host": "http://h", "database": "db"}, lambda name: f"id-{name}")

    def test_plain(self):
        self.assertTrue(self.words.like([1, {"a": "b"}], [1, {"a": "b"}]))
        self.assertTrue(self.words.like(1, 1.0))
        for pattern, value in ((1, 2), (1, True), ("a", "b"), ([1], [1, 2]), ({"a": 1}, {"b": 1}), (0, None)):
            self.assertFalse(self.words.like(pattern, value), (pattern, value))

    def test_words(self):
        now = int(time.time() * 1_000_000)
        for pattern, value in (("$any", [1]), ("$now", now), ("$match:a.*", "abc"), ("$$x", "$x"),
                               ("$host/a", "http://h/a"), ("$identity:bob", "0xid-bob"), ("$identity", "0xid-"),
                               ("$database", "0xdb")):
            self.assertTrue(self.words.like(pattern, value), pattern)
        for pattern, value in (("$now", 5), ("$now", "now"), ("$match:a", "ab"), ("$match:a", 1), ("$$x", "x"),
                               ("$identity:bob", "0xid-ann"), ("$host", "http://other")):
            self.assertFalse(self.words.like(pattern, value), pattern)

    def test_names_stand_for_the_same_each_time(self):
        self.assertTrue(self.words.like(["$a", "$b"], [1, 2]))
        self.assertTrue(self.words.like("$a", 1))
        self.assertFalse(self.words.like("$a", 2))
        self.assertEqual(self.words.filled(["$a", {"k": "$b"}]), [1, {"k": 2}])
        self.assertRaises(ValueError, self.words.filled, "$c")

    def test_a_mismatch_binds_nothing(self):
        self.assertFalse(self.words.like(["$a", 5], [1, 6]))
        self.assertTrue(self.words.like(["$a", 5], [2, 5]))

    def test_arguments(self):
        self.assertEqual(self.words.filled("$text:3"), "xxx")
        self.assertEqual(self.words.filled("$identity:bob"), {"__identity__": "0xid-bob"})
        self.assertEqual(self.words.in_sql("VALUES ($identity:bob, $identity, 1)"), "VALUES (0xid-bob, 0xid-, 1)")
        self.assertEqual(self.words.filled("$host/x"), "http://h/x")
        later = self.words.filled("$now+10s")["__timestamp_micros_since_unix_epoch__"] / 1_000_000
        self.assertAlmostEqual(later, time.time() + 10, delta=5)


class RowsTest(unittest.TestCase):
    def setUp(self):
        self.words = patterns.Words({}, lambda name: name)

    def test_in_any_order(self):
        self.assertIsNone(self.words.rows_differ([[1], [2]], [[2], [1]]))
        self.assertIsNone(self.words.rows_differ([["$any", 1], [2, "$any"]], [[2, 1], [3, 1]]))
        self.assertIsNone(self.words.rows_differ([], []))

    def test_differences(self):
        for expected, rows in (([], [[1]]), ([[1]], []), ([[1], [1]], [[1]]), ([[1]], [[1], [1]]), ([["$any"]], []),
                               ([["$a"], ["$a"]], [[1], [2]]), ([[1], ["$any"]], [[2], [3]])):
            self.assertIsNotNone(self.words.rows_differ(expected, rows), (expected, rows))

    def test_many_alike(self):
        rows = [[1, n] for n in range(1000)]
        self.assertIsNone(self.words.rows_differ({"each": [1, "$any"], "least": 1000, "most": 1000}, rows))
        self.assertIsNotNone(self.words.rows_differ({"each": [1, "$any"], "least": 1001}, rows))
        self.assertIsNotNone(self.words.rows_differ({"each": [1, "$any"], "most": 999}, rows))
        self.assertIsNotNone(self.words.rows_differ({"each": [2, "$any"]}, rows))
        self.assertIsNone(self.words.rows_differ({"each": [2]}, []))

    def test_many_rows_that_differ_end_soon(self):
        self.assertIsNotNone(self.words.rows_differ([["$any", n] for n in range(100)], [[0, 0]] * 100))
        self.assertIn("each", self.words.rows_differ([["$any", n] for n in range(1000)], [[0, 0]] * 1000))


class ScriptTest(unittest.TestCase):
    module = description.Description(
        tables={"person": None, "timer": None}, views={"mine": None}, procedures={"sum": None},
        reducers={"add", "tick"}, scheduled={"tick"}, handlers={"hello"},
        routes=[description.Route("GET", "/hello", "hello"), description.Route(None, "/any", "hello")])
    whole = """
# a comment
{"call": "add"}
{"call": "sum", "returns": 3}
{"view": "mine", "rows": [[2]]}
{"http": "GET /hello"}
{"http": "PUT /any?x=1"}
{"scheduled": "tick", "log": "ticked"}
{"table": "person", "rows": [[1]]}
"""

    def test_a_whole_one(self):
        lines = script.parse(self.whole)
        self.assertEqual(script.left_out(lines, self.module), [])
        self.assertEqual(script.tables_at_the_end(lines), {"person"})

    def test_whatever_is_left_out_is_noticed(self):
        texts = self.whole.strip().splitlines()[1:-1]
        for text in texts:
            lines = script.parse("\n".join(other for other in texts if other != text))
            self.assertNotEqual(script.left_out(lines, self.module), [], text)

    def test_what_compares_no_rows_is_none(self):
        lines = script.parse(self.whole.replace(', "rows": [[2]]', "").replace(', "rows": [[1]]', ""))
        self.assertEqual(script.left_out(lines, self.module), ["view mine is never called"])
        self.assertEqual(script.tables_at_the_end(lines), set())

    def test_a_view_is_seen_with_rows(self):
        lines = script.parse(self.whole.replace("[[2]]", "[]"))
        self.assertEqual(script.left_out(lines, self.module), ["view mine is never called"])

    def test_a_refused_call_is_none(self):
        lines = script.parse(self.whole.replace('{"call": "add"}', '{"call": "add", "status": 400}'))
        self.assertEqual(script.left_out(lines, self.module), ["reducer add is never called"])

    def test_tables_must_be_compared_after_the_last_change(self):
        for text in ('{"call": "add"}', '{"http": "GET /x"}', '{"sql": "DELETE FROM person"}', '{"publish": "again"}',
                     '{"scheduled": "tick", "log": "x"}'):
            self.assertEqual(script.tables_at_the_end(script.parse(self.whole + text)), set(), text)
        only_read = script.parse(self.whole + '{"sql": "SELECT 1", "rows": []}')
        self.assertEqual(script.tables_at_the_end(only_read), {"person"})
        with_where = script.parse('{"call": "add"}\n{"table": "person", "where": "id = 1", "rows": []}')
        self.assertEqual(script.tables_at_the_end(with_where), set())

    def test_lines_that_say_nothing_known(self):
        for text in ("no json", "[]", "{}", '{"cal": "add"}', '{"call": "add", "argument": []}', '{"call": 5}'):
            self.assertRaises(script.ScriptError, script.parse, text)


if __name__ == "__main__":
    unittest.main()
