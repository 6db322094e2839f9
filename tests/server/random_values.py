# tests/server/random_values.py: random arguments of any type, from few values, so that keys meet again.
import random

from readable import Typed, name_of

STRINGS = ["", "a", "b", "Ann", "\u00e9\U0001f600", "x" * 300]
FLOATS = [0.0, -0.0, 1.5, -2.25, 1024.0]
# When a scheduled function runs: at once, not before the test has ended, or never, for it is too far.
SCHEDULES = [{"Time": 0}, {"Time": 4}, {"Time": -1}, {"Interval": 3_600_000_000}, {"Time": 2**62}, {"Interval": 2**62}]


class Values:
    """Values in SpacetimeDB's JSON: products by position, as every host takes them."""

    def __init__(self, source: random.Random):
        self.source = source

    def integer(self, kind: str):
        # JSON has no numbers wider than 64 bits.
        bits, is_signed = 64 if kind[1:] == "128" else int(kind[1:]), kind[0] == "I"
        ends = [-(2 ** (bits - 1)), -1, 2 ** (bits - 1) - 1] if is_signed else [2**bits - 1]
        if bits == 256:  # as a hexadecimal text, which has no sign
            return f"0x{self.source.choice([0, 1, 1, 2, 2, 3, 4, ends[-1]]):x}"
        return self.source.choice([0, 1, 1, 2, 2, 3, 4, *ends])

    def product(self, typed: Typed, elements: list[dict]) -> list:
        return [self.of(typed.of(element["algebraic_type"])) for element in elements]

    def of(self, typed: Typed):
        typed = typed.resolved()
        kind, what = next(iter(typed.type.items()))
        if kind == "Product":
            return self.product(typed, what["elements"])
        if kind == "Sum" and {name_of(variant) for variant in what["variants"]} == {"Interval", "Time"}:
            case, micros = next(iter(self.source.choice(SCHEDULES).items()))
            return {case: [micros]}
        if kind == "Sum":
            variant = self.source.choice(what["variants"])
            return {name_of(variant): self.of(typed.of(variant["algebraic_type"]))}
        if kind == "Array":
            element = typed.of(what)
            count = self.source.choice([0, 1, 2, 5])
            if next(iter(element.resolved().type)) == "U8":
                return bytes(self.source.choice([0, 1, 255]) for _ in range(count)).hex()
            return [self.of(element) for _ in range(count)]
        if kind == "String":
            return self.source.choice(STRINGS)
        if kind == "Bool":
            return self.source.random() < 0.5
        return self.source.choice(FLOATS) if kind in ("F32", "F64") else self.integer(kind)
