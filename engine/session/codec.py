"""States, workouts, events, facts and commands as JSON-ready values, and back.

Every dataclass becomes an object with its ``kind``; a snapshot carries a ``version`` as well, and
older versions are brought up to date by a chain of upgrades before they are read.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum, IntEnum
from functools import cache
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from engine import cues
from engine.errors import SnapshotError
from engine.library.model import Tempo
from engine.plan.athlete import days, profile, runs
from engine.plan.model import Footing, Level, PlannedSet, Workout
from engine.plan.progression import model as progression
from engine.plan.reasons import Reason
from engine.session import events, facts, state
from engine.session.commands import COMMANDS
from engine.session.standing import Standing
from engine.units import Load

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
VERSION = 2


def _from_version_1(data: dict[str, Json]) -> dict[str, Json]:
    """Reasons of a workout were bare codes, and targets stood where training does not belong."""
    if data.get("kind") == "Standing":
        return {key: value for key, value in data.items() if key != "targets"}
    codes = data.get("reasons")
    if data.get("kind") != "Workout" or not isinstance(codes, list):
        return data
    return {**data, "reasons": [{"kind": "Reason", "code": code} for code in codes]}


UPGRADES: Mapping[int, Callable[[dict[str, Json]], dict[str, Json]]] = {1: _from_version_1}
"""From each past version of a snapshot to the one after it."""

Kept = TypeVar("Kept")


def _classes(module: types.ModuleType) -> dict[str, type]:
    owned = (value for value in vars(module).values() if isinstance(value, type))
    return {
        kind.__name__: kind
        for kind in owned
        if is_dataclass(kind) and kind.__module__ == module.__name__
    }


TERMS = (
    *(cues.Say, cues.Span, cues.Remaining, cues.Name, cues.Names),
    *(cues.Amount, cues.Day, cues.Days, cues.Distance),
)
PLANNED = (Level, Footing, Reason)
KINDS: Mapping[str, type] = {
    **_classes(state),
    **_classes(events),
    **_classes(facts),
    **_classes(profile),
    **_classes(runs),
    **_classes(days),
    **_classes(progression),
    **{kind.__name__: kind for kind in TERMS},
    **{kind.__name__: kind for kind in COMMANDS.values()},
    **{kind.__name__: kind for kind in (Workout, PlannedSet, *PLANNED, Tempo, Load, Standing)},
}


def snapshot(value: object) -> dict[str, Json]:
    """A whole value with the version it is written in."""
    encoded = encode(value)
    assert isinstance(encoded, dict)
    return {"version": VERSION, **encoded}


def restore(kind: type[Kept], data: object) -> Kept:
    """Read a snapshot back.

    Raises:
        SnapshotError: it is of another kind, from a newer version, or damaged.
    """
    if not isinstance(data, dict):
        raise SnapshotError("The stored value is not a snapshot.")
    version = data.get("version")
    if not isinstance(version, int):
        raise SnapshotError("The stored value says no version.")
    if version > VERSION:
        raise SnapshotError(f"The snapshot has version {version}, newer than {VERSION} here.")
    try:
        for past in range(version, VERSION):
            data = UPGRADES[past](data)
        value = decode({key: item for key, item in data.items() if key != "version"})
    except (KeyError, TypeError, ValueError) as error:
        # What was found is not told: a snapshot may hold words of the athlete's health.
        raise SnapshotError(f"The snapshot cannot be read ({type(error).__name__}).") from error
    if not isinstance(value, kind):
        raise SnapshotError(f"The snapshot is of another kind than {kind.__name__}.")
    return value


def encode(value: object) -> Json:
    """Any value of the kinds above, its fields that hold their default left out."""
    match value:
        case IntEnum():
            return int(value)
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [encode(item) for item in value]
        case frozenset():
            return [*sorted(str(encode(item)) for item in value)]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {"kind": type(value).__name__, **_encoded_fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} has no place in a snapshot")


HIDDEN = {"kind": "kind_"}
"""Fields named like the tag itself, and what they are written as."""
SHOWN = {written: name for name, written in HIDDEN.items()}


def _encoded_fields(value: Any) -> dict[str, Json]:
    return {
        HIDDEN.get(field.name, field.name): encode(held)
        for field in fields(value)
        if (held := getattr(value, field.name)) != field.default
    }


def decode(data: Json) -> object:
    """An object with its ``kind`` as the value that it was.

    Raises:
        KeyError, TypeError, ValueError: it is none of ours.
    """
    if not isinstance(data, dict):
        raise TypeError(f"{data!r} is not an object")
    kind = KINDS[str(data["kind"])]
    readers = _readers(kind)
    written = {SHOWN.get(key, key): item for key, item in data.items() if key != "kind"}
    return kind(**{name: readers[name](item) for name, item in written.items()})


Reader = Callable[[Any], object]


@cache
def _readers(kind: type) -> Mapping[str, Reader]:
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in fields(kind)}


def _reader(hint: Any) -> Reader:
    if isinstance(hint, NewType):
        return _reader(hint.__supertype__)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union_reader(tuple(kind for kind in get_args(hint) if kind is not type(None)))
    if origin is tuple:
        return _tuple_reader(get_args(hint))
    if origin is frozenset:
        item = _reader(get_args(hint)[0])
        return lambda data: frozenset(item(each) for each in data)
    if is_dataclass(hint):
        return decode
    return _enum_or_plain(hint)


def _enum_or_plain(hint: Any) -> Reader:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is date:
        return date.fromisoformat
    return lambda data: data


def _union_reader(kinds: tuple[Any, ...]) -> Reader:
    """Every union here is of one type and None, or of dataclasses, told apart by their kind, beside
    plain values."""
    present = _reader(kinds[0]) if len(kinds) == 1 else _one_of(kinds)
    return lambda data: None if data is None else present(data)


def _one_of(kinds: tuple[Any, ...]) -> Reader:
    plain = tuple(kind for kind in kinds if kind in (int, str))

    def read(data: Any) -> object:
        if isinstance(data, plain):
            return data
        value = decode(data)
        if not isinstance(value, kinds):
            raise TypeError(f"{type(value).__name__} does not belong there")
        return value

    return read


def _tuple_reader(items: tuple[Any, ...]) -> Reader:
    if len(items) == 2 and items[1] is Ellipsis:
        each = _reader(items[0])
        return lambda data: tuple(each(item) for item in data)
    readers = [_reader(item) for item in items]
    return lambda data: tuple(read(item) for read, item in zip(readers, data, strict=True))
