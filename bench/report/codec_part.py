# bench/report/codec_part.py: the report's part on the codec: ours beside the official one, C++ serializers and memcpy.
from collections.abc import Callable

import charts
from tables import markdown, number, times

OURS, OFFICIAL, COPY = "ours", "spacetimedb-sats", "memcpy"
KINDS = ["run of rows", "list of rows", "small rows", "rows with strings", "nested rows", "array of u64", "array of u8"]
NAMES = [OURS, OFFICIAL, "MessagePack", "FlatBuffers", "protobuf", "cereal", COPY]
# Less than this is no lead: all that is left of a large array is one memcpy, and that takes now more, now less.
LEAD = 0.95
# Times of the official codec, and of memcpy for what is copied whole; in Wasmtime at most so many times as long as natively.
LEAST_TO_OFFICIAL, LEAST_TO_COPY = 1.5, 0.8
IN_WASM = {"small": 2.0, "run": 1.2}


def by_kind(codecs: dict) -> dict[tuple[str, str], dict[str, dict]]:
    found: dict[tuple[str, str], dict[str, dict]] = {}
    for name, line in codecs.items():
        kind, way, codec = name.split("/")
        found.setdefault((kind, way), {})[codec] = line
    return {(kind, way): found[kind, way] for kind in KINDS for way in ("encode", "decode")}


def judged(kind: str, way: str, ours: float, others: dict[str, float]) -> list[str]:
    missed = []
    if COPY in others:
        if others[COPY] / ours < LEAST_TO_COPY:
            missed.append(f"{kind}, {way}: {others[COPY] / ours:.2f} of memcpy's speed")
        return missed
    if others[OFFICIAL] / ours < LEAST_TO_OFFICIAL:
        missed.append(f"{kind}, {way}: {others[OFFICIAL] / ours:.2f} {times} {OFFICIAL}")
    faster = [name for name, time in others.items() if name != OFFICIAL and time < LEAD * ours]
    if faster:
        missed.append(f"{kind}, {way}: behind {', '.join(faster)}")
    return missed


def write(figures: dict, draw: Callable[[str, str], str]) -> list[str]:
    kinds = by_kind(figures["codecs"])
    rows, groups, missed, sizes = [], [], [], {}
    for (kind, way), codecs in kinds.items():
        time = {name: codecs[name]["ns"] / codecs[name]["values"] for name in NAMES if name in codecs}
        cells = [
            f"{number(time[name], 1)}" + ("" if name == OURS else f" ({time[name] / time[OURS]:.2f} {times})")
            if name in time
            else ""
            for name in NAMES
        ]
        rows.append([f"{kind}, {way}", *cells])
        groups.append((f"{kind}, {way}", time))
        missed += judged(kind, way, time[OURS], {name: one for name, one in time.items() if name != OURS})
        sizes[kind] = [
            number(codecs[name]["bytes"] / codecs[name]["values"]) if name in codecs else "" for name in NAMES
        ]
    inside = [
        [
            line["reducer"],
            number(line["native_ns"] / 1000, 2),
            number(line["wasm_ns"] / 1000, 2),
            f"{line['ratio']:.2f}",
        ]
        for line in figures["in_wasm"]
    ]
    missed += [
        f"{line['reducer']} in Wasmtime: {line['ratio']:.2f} times as long as natively, over {bar}"
        for line in figures["in_wasm"]
        for word, bar in IN_WASM.items()
        if line["reducer"].endswith(word) and line["ratio"] > bar
    ]
    return [
        f"Nanoseconds of the processor for one value; in brackets how many times ours. Bars: {LEAST_TO_OFFICIAL} {times} for "
        f"{OFFICIAL}, more than 1 for the serializers, {LEAST_TO_COPY} {times} for memcpy. Missed: {'; '.join(missed) or 'none'}.",
        markdown(["", *NAMES], rows),
        draw("codec", charts.bars("Encoding and decoding", "ns a value", groups)),
        "Bytes of a value:",
        markdown(["", *NAMES], [[kind, *cells] for kind, cells in sizes.items()]),
        "### In Wasmtime and natively",
        "Microseconds of a round of all values (bench/native/codec_module.cpp), with fuel metered, as servers do. There are "
        "bars for small rows and runs only. Texts take longest: each copy is a call of Wasmtime's, and a heap is a module's own.",
        markdown(["reducer", "native", "Wasmtime", "ratio"], inside),
    ]
