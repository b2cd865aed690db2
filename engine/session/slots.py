"""A command's slots as plain values, and commands from a name and slots: what channels bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum

from engine.cues import Verbosity
from engine.library.model import Gear, Place
from engine.plan.model import Focus
from engine.session.commands import (
    COMMANDS,
    Command,
    Effort,
    GiveEffort,
    Mode,
    SetVerbosity,
    Symptom,
    Unknown,
)
from engine.units import Side, Unit

SlotValue = str | int | float


def slots_of(command: Command) -> dict[str, SlotValue]:
    """The slots that were filled, as plain values."""
    values = ((field.name, getattr(command, field.name)) for field in fields(command))
    return {
        name: value.value if isinstance(value, StrEnum) else value
        for name, value in values
        if value is not None
    }


_ENUMS: Mapping[str, type[StrEnum]] = {
    "focus": Focus,
    "mode": Mode,
    "effort": Effort,
    "unit": Unit,
    "side": Side,
    "missing": Gear,
    "location": Place,
    "symptom": Symptom,
}


def command_of(name: str, slots: Mapping[str, SlotValue]) -> Command:
    """The command of a name and slots. Anything unreadable is :class:`Unknown`, never an error.

    A number that is not whole where whole ones are meant, or is out of any human range, makes the
    command unknown rather than a wrong log entry.
    """
    kind = COMMANDS.get(name, Unknown)
    try:
        return kind(**{slot: _slot(kind, slot, value) for slot, value in slots.items()})
    except (ValueError, TypeError):
        return Unknown()


MOST = {"reps": 200, "seconds": 3600, "load": 500, "rir": 10, "level": 10, "minutes": 180}
"""Beyond these a number was misheard; a person says none of them in a session."""


def _slot(kind: type[Command], slot: str, value: SlotValue) -> object:
    if slot == "level" and kind in (SetVerbosity, GiveEffort):
        return (Verbosity if kind is SetVerbosity else Effort)(str(value))
    if slot in _ENUMS:
        return _ENUMS[slot](str(value))
    if slot in MOST:
        return _number(slot, value)
    return str(value)


def _number(slot: str, value: SlotValue) -> int | float:
    number = float(value)
    if not 0 <= number <= MOST[slot] or (slot != "load" and number != int(number)):
        raise ValueError(f"{slot} cannot be {value}")
    return number if slot == "load" else int(number)
