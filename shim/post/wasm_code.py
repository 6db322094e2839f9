# shim/post/wasm_code.py: walks function bodies to find who uses which function.
from errors import ModuleError
from wasm_file import Reader, WasmFile

BLOCKS = {0x02, 0x03, 0x04}  # block, loop, if: a block type
ONE_INDEX = {0x0C, 0x0D, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3F, 0x40, 0x41, 0x42, 0xD0}  # and constants
TWO_INDICES = {0x11, 0x13}  # call_indirect, return_call_indirect
CALLS = {0x10, 0x12, 0xD2}  # call, return_call, ref.func
# Opcodes behind the prefix 0xFC, by the number of indices that follow.
PREFIXED = {**{code: 0 for code in range(8)}, 8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}


def users_of_functions(file: WasmFile) -> dict[int, list[int]]:
    """For each function index the functions whose code calls it or takes its address, in ascending order."""
    users: dict[int, set[int]] = {}
    first = len(file.function_imports())
    for offset, body in enumerate(file.bodies):
        for callee in _callees(body):
            users.setdefault(callee, set()).add(first + offset)
    return {callee: sorted(found) for callee, found in users.items()}


def is_empty(body: bytes) -> bool:
    """Whether a function does nothing: no local, and no instruction but nop."""
    return body[:1] == b"\0" and body[-1:] == b"\x0b" and not body[1:-1].strip(b"\x01")


def only_traps(body: bytes) -> bool:
    """Whether a function does nothing but trap: no local, and unreachable as its first instruction."""
    return body[:2] == b"\0\0"


def _callees(body: bytes) -> set[int]:
    reader = Reader(body)
    for _ in range(reader.unsigned()):
        reader.unsigned()
        reader.byte()
    found = set()
    while reader.more():
        opcode = reader.byte()
        if opcode in CALLS:
            found.add(reader.unsigned())
        else:
            _skip_immediates(reader, opcode)
    return found


def _skip_immediates(reader: Reader, opcode: int) -> None:
    if opcode in BLOCKS or opcode in ONE_INDEX:
        reader.unsigned()
    elif opcode in TWO_INDICES or 0x28 <= opcode <= 0x3E:  # a memory access: alignment and offset
        reader.unsigned()
        reader.unsigned()
    elif opcode == 0x0E:  # br_table
        for _ in range(reader.unsigned() + 1):
            reader.unsigned()
    elif opcode == 0x1C:  # select with types
        reader.bytes(reader.unsigned())
    elif opcode in (0x43, 0x44):  # float constants
        reader.bytes(4 if opcode == 0x43 else 8)
    elif opcode == 0xFC:
        code = reader.unsigned()
        if code not in PREFIXED:
            raise ModuleError(f"the code holds the instruction 0xfc {code}, which this pass does not know")
        for _ in range(PREFIXED[code]):
            reader.unsigned()
    elif not (opcode in (0x00, 0x01, 0x05, 0x0B, 0x0F, 0x1A, 0x1B, 0xD1) or 0x45 <= opcode <= 0xC4):
        raise ModuleError(f"the code holds the instruction {opcode:#x}, which this pass does not know")
