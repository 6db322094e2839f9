#!/usr/bin/env python3
# tests/oracle/schemas/describe.py: gets the descriptions out of the modules that are written in Rust here.
"""Usage: describe.py SINK FOLDER LIBRARY...

Writes FOLDER/NAME.bsatn for each libNAME.so. A module is compiled natively, loaded, and asked as a server asks: all
its `__preinit__` functions in the order of their names, then `__describe_module__`. (The native `test-utils` of the
bindings would be simpler, but leaves out HTTP handlers, routes and the primary keys of views.) SINK is sink.c as a
library."""

import ctypes
import pathlib
import struct
import sys

SECTION_IS_DYNAMIC_SYMBOLS = 11
UNDEFINED = 0


def exported_names(library: pathlib.Path) -> list[str]:
    """The names of the functions that a 64-bit ELF library defines for others, sorted."""
    data = library.read_bytes()
    if data[:5] != b"\x7fELF\x02":
        raise RuntimeError(f"{library} is no 64-bit ELF library")
    sections_at, = struct.unpack_from("<Q", data, 40)
    section_size, section_count = struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQII", data, sections_at + place * section_size)
                for place in range(section_count)]
    names = []
    for _, kind, _, _, offset, size, link, _ in sections:
        if kind == SECTION_IS_DYNAMIC_SYMBOLS:
            texts_at = sections[link][4]
            for at in range(offset, offset + size, 24):
                name_at, _, _, section = struct.unpack_from("<IBBH", data, at)
                if section != UNDEFINED:
                    start = texts_at + name_at
                    names.append(data[start:data.index(b"\0", start)].decode())
    return sorted(names)


def describe(sink: ctypes.CDLL, library: pathlib.Path) -> bytes:
    names = exported_names(library)
    module = ctypes.CDLL(str(library))
    for name in names:
        if name.startswith("__preinit__"):
            module[name]()
    module["__describe_module__"](ctypes.c_uint32(1))
    written = ctypes.POINTER(ctypes.c_ubyte)()
    count = sink.take_written(ctypes.byref(written))
    if count == 0:
        raise RuntimeError(f"{library} wrote no description")
    return bytes(written[:count])


def main(arguments: list[str]) -> None:
    if len(arguments) < 3:
        sys.exit(__doc__)
    # Global, so that its function comes before that of each module.
    sink = ctypes.CDLL(arguments[0], mode=ctypes.RTLD_GLOBAL)
    sink.take_written.restype = ctypes.c_size_t
    folder = pathlib.Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    for argument in arguments[2:]:
        library = pathlib.Path(argument)
        name = library.stem.removeprefix("lib")
        (folder / f"{name}.bsatn").write_bytes(describe(sink, library))


if __name__ == "__main__":
    main(sys.argv[1:])
