"""A command's slots as plain values, and commands from a name and slots: what channels bring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from engine.library.model import Gear
from engine.session.commands import COMMANDS, Answer, Command, LogRun, Unknown

Plain = str | int | float
SlotValue = Plain | Sequence[Plain]
"""One value; or several, where a command's slot holds several."""

MORE = ("two", "three", "four", "five", "six", "seven")
"""Endings of the further values of one slot: a sentence may name a slot once, so that the second
day of "Tuesday and Thursday" is called ``days_two``."""

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NEAR = ("yesterday", "today", "tomorrow")
NONE = "none"
"""Said of equipment: there is nothing."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "every_day": WEEK,
    "weekdays": WEEK[:5],
    "weekend": WEEK[5:],
    # What nearly every gym has; engineering judgement.
    "gym": tuple(
        gear.value
        for gear in Gear
        if gear not in (Gear.STRENGTH_BAR, Gear.ANKLE_WEIGHTS, Gear.ANCHOR)
    ),
}
"""One word for several values, which stand in the command in its place."""

MOST = {
    "reps": 200,
    "seconds": 3600,
    "load": 500,
    "loads": 500,
    "rir": 10,
    "level": 10,
    "minutes": 180,
    "count": 14,
    "years": 120,
    "distance": 500,
}
"""Beyond these a number was misheard; a person says none of them."""
LONGEST_RUN = 1440
"""Minutes; a run may be longer than any session."""
LONGEST_ANSWER = 60
"""Characters of one value of an answer."""

_BROKEN = frozenset({"load", "loads", "distance"})
"""Slots whose numbers need not be whole."""
_DAY_OF_YEAR = re.compile(r"[0-9]{2}-[0-9]{2}")
_DATE = re.compile(r"(?:[0-9]{4}-)?[0-9]{2}-[0-9]{2}")

Reader = Callable[[SlotValue], object]


def slot_named(name: str) -> tuple[str, str, int]:
    """A slot's name on a channel as the command's slot, the rest of the name, and the place among
    that slot's values: ``items_gear_two`` is items, gear, 1."""
    slot, *rest = name.split("_")
    place = MORE.index(rest.pop()) + 1 if rest and rest[-1] in MORE else 0
    return slot, "_".join(rest), place


def slots_of(command: Command) -> dict[str, SlotValue]:
    """The slots that were filled, as plain values; several values of a slot as a list."""
    values = ((field.name, getattr(command, field.name)) for field in fields(command))
    return {
        name: [_plain(each) for each in value] if isinstance(value, tuple) else _plain(value)
        for name, value in values
        if value not in (None, ())
    }


def command_of(name: str, slots: Mapping[str, SlotValue]) -> Command:
    """The command of a name and slots. Anything unreadable is :class:`Unknown`, never an error.

    A number that is not whole where whole ones are meant, or is out of any human range, makes the
    command unknown rather than a wrong log entry. Of a slot with several values none may be so.
    """
    if name not in COMMANDS:
        return Unknown()
    readers = _readers(name)
    try:
        return COMMANDS[name](**{slot: readers[slot](value) for slot, value in slots.items()})
    except (KeyError, ValueError, TypeError, OverflowError):
        return Unknown()


@cache
def holds_several(name: str, slot: str) -> bool:
    """Whether the command's slot is a tuple of values."""
    return name in COMMANDS and get_origin(get_type_hints(COMMANDS[name]).get(slot)) is tuple


def _plain(value: Any) -> Plain:
    plain: Plain = value.value if isinstance(value, StrEnum) else value
    return plain


@cache
def _readers(name: str) -> Mapping[str, Reader]:
    kind = COMMANDS[name]
    hints = get_type_hints(kind)
    return {field.name: _reader(kind, field.name, hints[field.name]) for field in fields(kind)}


def _reader(kind: type[Command], slot: str, hint: Any) -> Reader:
    if get_origin(hint) is not tuple:
        return _single(kind, slot, hint)
    each = _single(kind, slot, get_args(hint)[0])
    # What is said twice is meant once.
    return lambda value: tuple(dict.fromkeys(each(one) for one in _values(_parts(value))))


def _single(kind: type[Command], slot: str, hint: Any) -> Reader:
    of = next((arg for arg in get_args(hint) if arg is not type(None)), hint)
    if issubclass(of, StrEnum):
        return lambda value: of(str(value))
    if slot in MOST:
        most = LONGEST_RUN if kind is LogRun and slot == "minutes" else MOST[slot]
        return lambda value: _number(slot, value, most)
    if kind is Answer:
        return _answer
    return _TEXTS.get(slot, str)


def _parts(value: SlotValue) -> Sequence[Plain]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)


def _values(parts: Sequence[Plain]) -> Iterable[Plain]:
    """The values meant: of a group all, and of a date with its year one."""
    if len(parts) == 2 and _DAY_OF_YEAR.fullmatch(str(parts[0])):
        return [_date(parts)]
    return (one for part in parts for one in GROUPS.get(str(part), (part,)))


def _number(slot: str, value: SlotValue, most: int) -> int | float:
    if not isinstance(value, Plain):
        raise ValueError(f"{slot} has one number at a time")
    number = float(value)
    if not 0 <= number <= most or (slot not in _BROKEN and number != int(number)):
        raise ValueError(f"{slot} cannot be {value}")
    return number if slot in _BROKEN else int(number)


def _answer(value: SlotValue) -> str:
    said = f"{value:g}" if isinstance(value, int | float) else str(value)
    if not 0 < len(said) <= LONGEST_ANSWER:
        raise ValueError("an answer is a word or a number")
    return said


def _day(value: SlotValue) -> str:
    return str(value) if value in (*WEEK, *NEAR) else _date(value)


def _race_day(value: SlotValue) -> str:
    return NONE if value == NONE else _date(value)


def _date(value: SlotValue) -> str:
    """The year may come apart from the day, and after it: 05-03 and 2027."""
    said = "-".join(str(part) for part in reversed(_parts(value)))
    if not _DATE.fullmatch(said):
        raise ValueError("a date is YYYY-MM-DD or MM-DD")
    # A leap year knows every day there is.
    date.fromisoformat(said if len(said) > len("MM-DD") else f"2000-{said}")
    return said


def _item(value: SlotValue) -> str:
    return NONE if value == NONE else Gear(str(value)).value


_TEXTS: Mapping[str, Reader] = {"day": _day, "days": _day, "date": _race_day, "items": _item}
"""Slots that are text, but not any text."""
