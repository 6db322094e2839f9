# shim/post/wasm_file.py: reads the parts of a wasm file that the finishing pass looks at, and writes sections back.
from dataclasses import dataclass, field

from errors import ModuleError

HEADER = b"\0asm\x01\0\0\0"
FUNCTION, TABLE, MEMORY, GLOBAL = range(4)
VALUE_TYPES = {0x7F: "I32", 0x7E: "I64", 0x7D: "F32", 0x7C: "F64", 0x7B: "V128", 0x70: "FUNCREF", 0x6F: "EXTERNREF"}
SECTION_NAMES = {
    0: "custom", 1: "type", 2: "import", 3: "function", 4: "table", 5: "memory", 6: "global", 7: "export", 8: "start",
    9: "element", 10: "code", 11: "data", 12: "data count", 13: "tag",
}  # fmt: skip


@dataclass(frozen=True)
class Signature:
    parameters: tuple[str, ...]
    results: tuple[str, ...]

    def __str__(self) -> str:
        return f"({', '.join(self.parameters)}) -> ({', '.join(self.results)})".lower()


@dataclass(frozen=True)
class Import:
    module: str
    name: str
    kind: int
    signature: Signature | None  # of a function

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"


@dataclass(frozen=True)
class Export:
    name: str
    kind: int
    index: int


@dataclass(frozen=True)
class Section:
    id: int
    name: str  # of a custom section its own; else the kind's
    payload: bytes


@dataclass
class WasmFile:
    sections: list[Section]
    imports: list[Import] = field(default_factory=list)
    exports: list[Export] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)  # of all functions, the imported ones first
    bodies: list[bytes] = field(default_factory=list)  # of the functions that are not imported; locals, then code
    names: dict[int, str] = field(default_factory=dict)  # from the name section

    def function_imports(self) -> list[Import]:
        return [one for one in self.imports if one.kind == FUNCTION]

    def function_name(self, index: int) -> str:
        return self.names.get(index, f"function {index}")


class Reader:
    """Reads the binary format's primitives. Raises ModuleError past the end."""

    def __init__(self, data: bytes):
        self.data = data
        self.at = 0

    def more(self) -> bool:
        return self.at < len(self.data)

    def byte(self) -> int:
        return self.bytes(1)[0]

    def bytes(self, count: int) -> bytes:
        if count > len(self.data) - self.at:
            raise ModuleError(f"the wasm file ends in the middle of something (at {self.at}, {count} bytes are missing)")
        self.at += count
        return self.data[self.at - count : self.at]

    def unsigned(self) -> int:
        """An unsigned LEB128 number. Skips a signed one just as well."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return value
            shift += 7

    def text(self) -> str:
        return self.bytes(self.unsigned()).decode("utf-8", errors="replace")


def read_wasm(data: bytes) -> WasmFile:
    """Reads a whole wasm file. Raises ModuleError if it is none."""
    if data[: len(HEADER)] != HEADER:
        raise ModuleError("this is not a wasm file (version 1)")
    file = WasmFile(list(_sections(Reader(data[len(HEADER) :]))))
    types: list[Signature] = []
    defined: list[int] = []
    for section in file.sections:
        reader = Reader(section.payload)
        if section.id == 1:
            types = [_signature(reader) for _ in range(reader.unsigned())]
        elif section.id == 2:
            file.imports = [_import(reader, types) for _ in range(reader.unsigned())]
        elif section.id == 3:
            defined = [reader.unsigned() for _ in range(reader.unsigned())]
        elif section.id == 7:
            file.exports = [Export(reader.text(), reader.byte(), reader.unsigned()) for _ in range(reader.unsigned())]
        elif section.id == 10:
            file.bodies = [reader.bytes(reader.unsigned()) for _ in range(reader.unsigned())]
        elif section.id == 0 and section.name == "name":
            file.names = _function_names(reader)
    file.signatures = [one.signature for one in file.function_imports()] + [types[index] for index in defined]
    return file


def write_wasm(sections: list[Section]) -> bytes:
    out = bytearray(HEADER)
    for section in sections:
        payload = (_text(section.name) if section.id == 0 else b"") + section.payload
        out += bytes([section.id]) + leb(len(payload)) + payload
    return bytes(out)


def section_bytes(section: Section) -> int:
    """What the section takes in the file, with its head."""
    size = len(section.payload) + (len(_text(section.name)) if section.id == 0 else 0)
    return 1 + len(leb(size)) + size


def export_section(exports: list[Export]) -> Section:
    payload = leb(len(exports))
    for one in exports:
        payload += _text(one.name) + bytes([one.kind]) + leb(one.index)
    return Section(7, SECTION_NAMES[7], payload)


def leb(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _sections(reader: Reader):
    while reader.more():
        id = reader.byte()
        body = Reader(reader.bytes(reader.unsigned()))
        name = body.text() if id == 0 else SECTION_NAMES.get(id, f"section {id}")
        yield Section(id, name, body.data[body.at :])


def _signature(reader: Reader) -> Signature:
    form = reader.byte()
    if form != 0x60:
        raise ModuleError(f"the wasm file holds a type of form {form:#x}; servers know functions only")
    return Signature(_value_types(reader), _value_types(reader))


def _value_types(reader: Reader) -> tuple[str, ...]:
    return tuple(VALUE_TYPES.get(code, f"{code:#x}") for code in reader.bytes(reader.unsigned()))


def _import(reader: Reader, types: list[Signature]) -> Import:
    module, name, kind = reader.text(), reader.text(), reader.byte()
    if kind == FUNCTION:
        return Import(module, name, kind, types[reader.unsigned()])
    if kind == GLOBAL:
        reader.bytes(2)
    else:
        if kind == TABLE:
            reader.byte()
        flags = reader.byte()
        for _ in range(2 if flags & 1 else 1):
            reader.unsigned()
    return Import(module, name, kind, None)


def _function_names(reader: Reader) -> dict[int, str]:
    while reader.more():
        id = reader.byte()
        body = Reader(reader.bytes(reader.unsigned()))
        if id == 1:
            return {body.unsigned(): body.text() for _ in range(body.unsigned())}
    return {}


def _text(text: str) -> bytes:
    encoded = text.encode("utf-8")
    return leb(len(encoded)) + encoded
