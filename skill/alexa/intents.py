"""Intents become commands, by the same data that the interaction model is built from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import NotRequired, TypedDict, cast

import yaml

from engine.library.model import Library, Place
from engine.session.commands import Command, Unknown
from engine.session.slots import Plain, SlotValue, command_of, holds_several, slot_named
from skill.alexa.requests import Call, Spoken
from skill.alexa.slots import Slots

LINK_CODE = "link_code"
LONGEST_NAME = 60
"""Characters of a name that is repeated to the athlete."""

LEFT_OUT = frozenset(
    {
        ("done", "effort"),
        ("start", "focus"),
        ("start", "minutes"),
        ("start", "mode"),
        ("swap", "missing"),
        ("more_rest", "seconds"),
        ("pain", "side"),
        ("pain", "level"),
        ("unwell", "symptom"),
    }
)
"""Where what was not understood may count as not said: the coach asks for it, or tells what it took
in its stead before anything comes of it. Safety words count without their details."""
AS_SAID = frozenset({("explain", "exercise"), ("next", "to")})
"""Names that the coach does not know, which it says itself."""


@dataclass(frozen=True)
class LinkCode:
    """ "Link code …": a matter of this channel alone. None: the code was not understood."""

    code: str | None


_Said = tuple[str, Spoken]
"""Alexa's type of a slot, and what was said for it."""


@dataclass(frozen=True)
class _Meaning:
    command: str
    lists: Mapping[str, str]
    """The command's slots, and the list that each has by its plain name."""


class _MeaningData(TypedDict):
    intent: str
    bare: NotRequired[str]
    also: NotRequired[list[str]]
    own: NotRequired[str]
    slots: NotRequired[dict[str, list[str]]]


class _Data(TypedDict):
    types: dict[str, str]
    plain: dict[str, str]
    commands: dict[str, _MeaningData]
    channel: dict[str, _MeaningData]


class Intents:
    """Every intent and what it means. Immutable; safe to share between threads."""

    def __init__(self, library: Library) -> None:
        text = (files("interaction_models") / "intents.yaml").read_text("utf-8")
        data = cast("_Data", yaml.safe_load(text))
        self._slots = Slots(library)
        self._types = data["types"]
        self._meanings: dict[str, _Meaning] = {}
        self._own: dict[str, tuple[str, str]] = {}
        for command, meaning in [*data["commands"].items(), *data["channel"].items()]:
            slots = meaning.get("slots", {}).items()
            plain = data["plain"]
            lists = {s: plain[s] if plain.get(s) in of else of[0] for s, of in slots}
            for intent in _names(meaning):
                self._meanings[intent] = _Meaning(command, lists)
            if "own" in meaning:
                self._own[meaning["intent"].removesuffix("Intent")] = (command, meaning["own"])

    def heard(self, call: Call) -> Command | LinkCode:
        """What an intent means; those that nobody knows are not understood."""
        meaning = self._meanings.get(call.intent)
        if meaning is None:
            return self._of_own_intent(call.intent)
        given = self._given(call, meaning)
        if meaning.command == LINK_CODE:
            codes = [self._slots.value("code", *each) for each in given.get("code", [])]
            return LinkCode(next((str(code) for code in codes if code is not None), None))
        slots = {slot: self._value(meaning.command, slot, given[slot]) for slot in given}
        unread = {slot for slot, value in slots.items() if value is None}
        if any((meaning.command, slot) not in LEFT_OUT for slot in unread):
            return Unknown()
        return command_of(meaning.command, {s: v for s, v in slots.items() if v is not None})

    def _given(self, call: Call, meaning: _Meaning) -> dict[str, list[_Said]]:
        """By the command's slots; several of Alexa's, as level and level_felt, may fill one."""
        given: dict[str, list[_Said]] = {}
        for name, spoken in sorted(call.slots.items(), key=_place):
            slot, of_list, _ = slot_named(name)
            if slot in meaning.lists:
                of_list = of_list or meaning.lists[slot]
                type = self._types.get(of_list, of_list.upper())
                given.setdefault(slot, []).append((type, spoken))
        return given

    def _of_own_intent(self, intent: str) -> Command:
        """An intent that means one value of a slot: UnwellChestPainIntent."""
        for stem, (command, slot) in self._own.items():
            if intent.startswith(stem):
                camel = intent.removeprefix(stem).removesuffix("Intent")
                value = re.sub(r"(?<!^)(?=[A-Z])", "_", camel).lower()
                return command_of(command, {slot: value})
        return Unknown()

    def _value(self, command: str, slot: str, spoken: list[_Said]) -> SlotValue | None:
        """All values of a slot that holds several, else the first that the command takes.

        None if none was understood, or one of several was not.
        """
        read = [self._read(command, slot, said) for said in spoken]
        understood = [value for value in read if value is not None]
        if holds_several(command, slot):
            return understood if len(understood) == len(read) else None
        if understood:
            return understood[0]
        if (command, slot) in AS_SAID:
            return spoken[0][1].words.strip()[:LONGEST_NAME] or None
        if slot == "location" and command == "pain":
            return Place.OTHER.value
        return None

    def _read(self, command: str, slot: str, said: _Said) -> Plain | None:
        value = self._slots.value(slot, *said)
        if value is None or command_of(command, {slot: value}) == Unknown():
            return None
        return value


def _place(named: tuple[str, Spoken]) -> int:
    """Alexa gives slots in any order; of the values of one slot the first is said first."""
    return slot_named(named[0])[2]


def _names(meaning: _MeaningData) -> Iterator[str]:
    yield meaning["intent"]
    if "bare" in meaning:
        yield meaning["bare"]
    yield from meaning.get("also", ())
