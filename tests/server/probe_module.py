# tests/server/probe_module.py: a module made byte by byte, so that the real hosts can be proven without our SDK.
"""Its description is a golden one (module A: table person with a generated id, reducers `init` and `add(name, age)`).
`add` refuses an empty name, and otherwise logs the name and inserts the row."""

import json
import pathlib

GOLDEN = pathlib.Path(__file__).resolve().parent.parent.parent / "abi" / "golden.json"

# The golden description that each host's generation is given.
DESCRIPTIONS = {"engine": "module_a_v10", "standalone": "module_a_v9"}

I32, I64 = 0x7F, 0x7E
DESCRIPTION, TABLE_NAME, ERROR_TEXT = 0x1000, 0x0100, 0x0140  # where constants lie in memory
LENGTH, TABLE_ID, ROW = 0x0200, 0x0204, 0x0300                # where variables lie
ROW_CAPACITY = 0x0C00
REFUSAL = b"name is empty"

IMPORTS = [  # name, parameters, results; their places are their function indices
    ("bytes_sink_write", [I32] * 3, [I32]),
    ("bytes_source_read", [I32] * 3, [I32]),
    ("table_id_from_name", [I32] * 3, [I32]),
    ("datastore_insert_bsatn", [I32] * 3, [I32]),
    ("console_log", [I32] * 8, []),
]
SINK_WRITE, SOURCE_READ, TABLE_ID_FROM_NAME, INSERT, LOG = range(len(IMPORTS))
DESCRIBE_TYPE = ([I32], [])
CALL_REDUCER_TYPE = ([I32, I64, I64, I64, I64, I64, I64, I64, I32, I32], [I32])
REDUCER_ID, ARGS_SOURCE, ERROR_SINK = 0, 8, 9  # parameters of __call_reducer__

DROP, END, RETURN, UNREACHABLE = b"\x1a", b"\x0b", b"\x0f", b"\x00"
IF, I32_EQZ, I32_ADD = b"\x04\x40", b"\x45", b"\x6a"


def unsigned(value: int) -> bytes:
    """LEB128."""
    encoded = b""
    while value >= 0x80:
        encoded += bytes([value & 0x7F | 0x80])
        value >>= 7
    return encoded + bytes([value])


def constant(value: int) -> bytes:
    """i32.const of a value below 2^20, as signed LEB128 of three bytes."""
    return b"\x41" + bytes([value & 0x7F | 0x80, value >> 7 & 0x7F | 0x80, value >> 14 & 0x3F])


def parameter(place: int) -> bytes:
    return b"\x20" + unsigned(place)


def call(function: int, *arguments: bytes) -> bytes:
    return b"".join(arguments) + b"\x10" + unsigned(function)


def load(address: int) -> bytes:
    return constant(address) + b"\x28\x02\x00"


def store(address: int, value: bytes) -> bytes:
    return constant(address) + value + b"\x36\x02\x00"


def trap_unless_zero(value: bytes) -> bytes:
    return value + IF + UNREACHABLE + END


def write_to_sink(sink: bytes, address: int, length: int) -> bytes:
    return store(LENGTH, constant(length)) + trap_unless_zero(
        call(SINK_WRITE, sink, constant(address), constant(LENGTH)))


def describe_code(description: bytes) -> bytes:
    return write_to_sink(parameter(0), DESCRIPTION, len(description)) + END


def call_reducer_code() -> bytes:
    """The row is eight bytes of zero, for the id, and then the arguments as they came."""
    return b"".join([
        parameter(REDUCER_ID), I32_EQZ, IF, constant(0), RETURN, END,  # init does nothing
        store(ROW, constant(0)), store(ROW + 4, constant(0)),
        store(LENGTH, constant(ROW_CAPACITY)),
        call(SOURCE_READ, parameter(ARGS_SOURCE), constant(ROW + 8), constant(LENGTH)), DROP,
        load(ROW + 8), I32_EQZ, IF,
        write_to_sink(parameter(ERROR_SINK), ERROR_TEXT, len(REFUSAL)), constant(1), RETURN, END,
        call(LOG, constant(2), constant(0), constant(0), constant(0), constant(0), constant(7), constant(ROW + 12),
             load(ROW + 8)),
        trap_unless_zero(call(TABLE_ID_FROM_NAME, constant(TABLE_NAME), constant(len("person")), constant(TABLE_ID))),
        store(LENGTH, load(LENGTH) + constant(8) + I32_ADD),
        trap_unless_zero(call(INSERT, load(TABLE_ID), constant(ROW), constant(LENGTH))),
        constant(0), END])


def vector(items: list[bytes]) -> bytes:
    return unsigned(len(items)) + b"".join(items)


def sized(content: bytes) -> bytes:
    return unsigned(len(content)) + content


def section(number: int, items: list[bytes]) -> bytes:
    return bytes([number]) + sized(vector(items))


def function_type(parameters: list[int], results: list[int]) -> bytes:
    return b"\x60" + sized(bytes(parameters)) + sized(bytes(results))


def data(address: int, content: bytes) -> bytes:
    return b"\x00" + constant(address) + END + sized(content)


def build(golden_name: str) -> bytes:
    """The module with the description of this name in golden.json: module_a_v9 or module_a_v10."""
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return with_description(bytes.fromhex(next(entry["hex"] for entry in golden if entry["name"] == golden_name)))


def of_nothing() -> bytes:
    """A module without tables and functions, for servers of 2.x."""
    return with_description(b"\x02\0\0\0\0")


def with_description(description: bytes) -> bytes:
    types = [function_type(parameters, results) for _, parameters, results in IMPORTS]
    types += [function_type(*DESCRIBE_TYPE), function_type(*CALL_REDUCER_TYPE)]
    count = len(IMPORTS)
    imports = [sized(b"spacetime_10.0") + sized(name.encode()) + b"\x00" + unsigned(place)
               for place, (name, _, _) in enumerate(IMPORTS)]
    exports = [sized(b"memory") + b"\x02\x00", sized(b"__describe_module__") + b"\x00" + unsigned(count),
               sized(b"__call_reducer__") + b"\x00" + unsigned(count + 1)]
    code = [sized(b"\x00" + body) for body in (describe_code(description), call_reducer_code())]
    constants = [data(TABLE_NAME, b"person"), data(ERROR_TEXT, REFUSAL), data(DESCRIPTION, description)]
    return b"".join([
        b"\0asm\1\0\0\0", section(1, types), section(2, imports), section(3, [unsigned(count), unsigned(count + 1)]),
        section(5, [b"\x00\x01"]), section(7, exports), section(10, code), section(11, constants)])
