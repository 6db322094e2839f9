# tests/server/readable.py: values as servers write them in JSON, made readable by their types.
"""README.md says how each type is written. Types are those of a description, in JSON as servers give them."""

import dataclasses
import uuid

INTEGERS = {f"{sign}{bits}" for sign in "UI" for bits in (8, 16, 32, 64, 128, 256)}
# Products of one field that stand for a type of SpacetimeDB.
IDENTITY, CONNECTION_ID, UUID = "__identity__", "__connection_id__", "__uuid__"
MICROSECONDS = {"__timestamp_micros_since_unix_epoch__", "__time_duration_micros__"}


class Unreadable(Exception):
    """A value that is not of the type it should be of."""


@dataclasses.dataclass
class Typed:
    """A type with the types that its refs name."""

    type: dict
    refs: list[dict]

    def of(self, inner: dict) -> "Typed":
        return Typed(inner, self.refs)

    def resolved(self) -> "Typed":
        kind, what = next(iter(self.type.items()))
        return self.of(self.refs[what]).resolved() if kind == "Ref" else self


def name_of(member: dict) -> str | None:
    return member["name"].get("some")


def special(elements: list[dict]) -> str | None:
    """The field's name, if it makes the product one of SpacetimeDB's own types."""
    name = name_of(elements[0]) if len(elements) == 1 else None
    return name if name in {IDENTITY, CONNECTION_ID, UUID, *MICROSECONDS} else None


def _integer(value) -> int:
    """Numbers too wide for JSON come as hexadecimal texts."""
    return int(value, 0) if isinstance(value, str) else int(value)


def _special_text(name: str, value):
    number = _integer(next(iter(value.values())) if isinstance(value, dict) else value[0])
    if name == IDENTITY:
        return f"0x{number:064x}"
    if name == CONNECTION_ID:
        return f"0x{number:032x}"
    return str(uuid.UUID(int=number)) if name == UUID else number


def _product(value, typed: Typed, elements: list[dict]):
    name = special(elements)
    if name:
        return _special_text(name, value)
    if isinstance(value, dict):
        value = [value[name_of(element)] for element in elements]
    if not isinstance(value, list) or len(value) != len(elements):
        raise Unreadable(f"{value!r} has not the {len(elements)} fields of its type")
    types = [typed.of(element["algebraic_type"]) for element in elements]
    return [readable(field, ty) for field, ty in zip(value, types, strict=True)]


def _sum(value, typed: Typed, variants: list[dict]):
    """Servers write `[tag, payload]` or `{"Case": payload}`."""
    if isinstance(value, list):
        variant, payload = variants[value[0]], value[1]
    else:
        name, payload = next(iter(value.items()))
        variant = next(variant for variant in variants if name_of(variant) == name)
    return {name_of(variant): readable(payload, typed.of(variant["algebraic_type"]))}


def readable(value, typed: Typed):
    """The value as a script writes it."""
    typed = typed.resolved()
    kind, what = next(iter(typed.type.items()))
    if kind == "Product":
        return _product(value, typed, what["elements"])
    if kind == "Sum":
        return _sum(value, typed, what["variants"])
    if kind == "Array":
        element = typed.of(what).resolved()
        if isinstance(value, str):
            return list(bytes.fromhex(value.removeprefix("0x")))
        return [readable(one, element) for one in value]
    return _integer(value) if kind in INTEGERS else value
