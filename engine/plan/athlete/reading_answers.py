"""Typed reading of one object of a profile file, which remembers every fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from engine.errors import Fault
from engine.plan.athlete.reading_words import ALIKE, FLAGS, Words

Meaning = TypeVar("Meaning")
Default = TypeVar("Default")
YEARS = range(1970, 2200)
"""A date outside is a slip of the pen."""
A_DATE = 'year, month and day like "2027-04-18"'
LONGEST_SHOWN = 40
_AND = re.compile(r"[,;+/&]|\band\b", re.IGNORECASE)
_FILLING = re.compile(r"\b(?:a|an|the|some|my|just|only|pair of)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Faults:
    """What is wrong with a file so far."""

    file: str
    found: list[Fault]


class Answers:
    """One object. An answer that is missing, null or faulty reads as its default."""

    def __init__(
        self,
        faults: Faults,
        values: Mapping[str, object],
        keys: tuple[str, ...] | None,
        within: str = "",
    ) -> None:
        """Keys that are none of ``keys`` are noted at once; ``within`` is the object's own key."""
        self._faults = faults
        self._values = values
        self._within = within
        for name in values:
            if keys and name not in keys:
                self.note(name, "is not a known key", _keys_advice(name, keys))

    @property
    def given(self) -> tuple[str, ...]:
        """Keys with an answer."""
        return tuple(name for name, value in self._values.items() if value is not None)

    def value(self, name: str) -> object:
        return self._values.get(name)

    def note(self, name: str, problem: str, advice: str) -> None:
        key = f"{self._within}.{name}" if self._within else name
        self._faults.found.append(Fault(self._faults.file, key, problem, advice))

    def objects(self, name: str, example: str) -> Answers:
        """An object whose keys are the author's; an empty one where there is none."""
        value = self._values.get(name)
        found = None if value is None else self.inner(name, value, example)
        return found or Answers(self._faults, {}, None)

    def inner(
        self, name: str, value: object, example: str, keys: tuple[str, ...] | None = None
    ) -> Answers | None:
        """An object within this one; None, and noted, where it is none."""
        if isinstance(value, dict):
            within = f"{self._within}.{name}" if self._within else name
            return Answers(self._faults, value, keys, within)
        self.note(name, f"is {shown(value)} and no object", example)
        return None

    def items(self, name: str) -> Iterator[tuple[str, object]]:
        """The values of a list with their keys; one bare value counts as a list of one."""
        value = self._values.get(name)
        if isinstance(value, list):
            yield from ((f"{name}[{index}]", item) for index, item in enumerate(value))
        elif value is not None:
            yield name, value

    # Numbers

    def whole(self, name: str, least: int, most: int, default: Default) -> int | Default:
        """A whole number; 2.0 is one too."""
        value = self._values.get(name)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.note(name, f"is {shown(value)}", f"a whole number from {least} to {most}")
        return default

    def number(self, name: str, least: float, most: float, default: Default) -> float | Default:
        value = self._values.get(name)
        return default if value is None else self.in_range(name, value, least, most, default)

    def in_range(
        self, name: str, value: object, least: float, most: float, default: Default
    ) -> float | Default:
        """A value as a number from ``least`` to ``most``, which not-a-number never is."""
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and least <= value <= most
        ):
            return float(value)
        self.note(name, f"is {shown(value)}", f"a number from {least:g} to {most:g}")
        return default

    # Words

    def text(self, name: str, shape: re.Pattern[str], advice: str) -> str | None:
        """A text of that shape."""
        value = self._values.get(name)
        if value is None or (isinstance(value, str) and shape.fullmatch(value)):
            return value
        self.note(name, f"is {shown(value)}", advice)
        return None

    def flag(self, name: str, default: bool) -> bool:
        value = self._values.get(name)
        return value if isinstance(value, bool) else self.word(name, FLAGS, default)

    def word(self, name: str, words: Words[Meaning], default: Default) -> Meaning | Default:
        value = self._values.get(name)
        return default if value is None else self.meaning(name, value, words, default)

    def meaning(
        self, name: str, value: object, words: Words[Meaning], default: Default
    ) -> Meaning | Default:
        """What a value means as one of these words."""
        if isinstance(value, str) and value in words:
            return words.meaning(value)
        self.note(name, f"is {shown(value)}, no {words.kind} known here", words.advice(str(value)))
        return default

    def meanings(self, name: str, words: Words[Meaning]) -> tuple[Meaning, ...]:
        """What each of a list of words means; one text may name several: "a band and a mat"."""
        found = (
            self.meaning(key, word, words, None)
            for key, value in self.items(name)
            for word in _named_in(value, words)
        )
        return tuple(meaning for meaning in found if meaning is not None)

    # Dates

    def day(self, name: str) -> date | None:
        value = self._values.get(name)
        return None if value is None else self.as_day(name, value)

    def needed_day(self, name: str) -> date | None:
        if name not in self.given:
            self.note(name, "is missing", A_DATE)
        return self.day(name)

    def as_day(self, name: str, value: object) -> date | None:
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            day = None
        if day is not None and day.year in YEARS:
            return day
        self.note(name, f"is {shown(value)}, {'too far away' if day else 'no date'}", A_DATE)
        return None


def object_in(faults: Faults, data: object, keys: tuple[str, ...]) -> Answers:
    """The object that a whole file is; an empty one, and noted, where it is none."""
    if not isinstance(data, dict):
        example = '{"experience": "beginner", "minutes": 30}'
        faults.found.append(Fault(faults.file, "file", f"is {shown(data)} and no object", example))
    return Answers(faults, data if isinstance(data, dict) else {}, keys)


def _named_in(value: object, words: Words[Meaning]) -> list[object]:
    """The words of a text that lists several; anything else as it is."""
    if not isinstance(value, str) or value in words:
        return [value]
    parts = (_FILLING.sub("", part).strip() for part in _AND.split(value))
    return [part for part in parts if part] or [value]


def _keys_advice(name: str, keys: tuple[str, ...]) -> str:
    near = get_close_matches(name.lower(), keys, n=1, cutoff=ALIKE)
    return near[0] if near else f"one of {', '.join(keys)}"


def shown(value: object) -> str:
    """A value as its author wrote it, shortened where it is long."""
    match value:
        case bool():
            return str(value).lower()
        case None:
            return "null"
        case str():
            return f'"{value[:LONGEST_SHOWN]}{"…" if len(value) > LONGEST_SHOWN else ""}"'
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return str(value)[:LONGEST_SHOWN]
