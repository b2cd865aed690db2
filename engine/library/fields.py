"""Typed reading of one data table that remembers every fault instead of raising the first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from engine.errors import Fault
from engine.library.model import Tempo

Choice = TypeVar("Choice", bound=StrEnum)
_TEMPO = re.compile(r"(\d)-(\d)-(\d)-(\d)(C?)")


class Fields:
    """One table of a data file. A faulty field reads as some valid value, and is noted."""

    def __init__(self, file: str, key: str, values: Mapping[str, object]) -> None:
        self.key = key
        self._file = file
        self._values = values
        self._faults: list[Fault] = []
        self._read: set[str] = set()

    def faults(self) -> list[Fault]:
        """What was wrong with the fields read, and fields that nothing read."""
        unknown = [name for name in self._values if name not in self._read]
        for name in unknown:
            self._note(name, "is not a known field", "removing it, or check its spelling")
        return self._faults

    def has(self, name: str) -> bool:
        self._read.add(name)
        return name in self._values

    def text(self, name: str) -> str:
        value = self._get(name)
        if not isinstance(value, str) or not value.strip():
            self._note(name, "needs some text", f'{name} = "…"')
            return "?"
        return value

    def texts(self, name: str, at_least: int = 0) -> tuple[str, ...]:
        value = self._get(name)
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            self._note(name, "needs a list of texts", f'{name} = ["…"]')
            return ()
        if len(value) < at_least:
            self._note(name, f"has {len(value)} of at least {at_least}", "adding more")
        return tuple(value)

    def pair(self, name: str, default: tuple[str, str]) -> tuple[str, str]:
        if not self.has(name):
            return default
        match self.texts(name):
            case (first, second):
                return first, second
            case _:
                self._note(name, "needs two words", f"{name} = {list(default)}")
                return default

    def number(self, name: str, least: int = 0) -> int:
        value = self._get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self._note(name, f"needs a whole number from {least}", f"{name} = {max(least, 1)}")
            return max(least, 1)
        return value

    def flag(self, name: str) -> bool:
        value = self._get(name)
        if not isinstance(value, bool):
            self._note(name, "needs true or false", f"{name} = false")
            return False
        return value

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        return self._one(name, self._get(name), kind)

    def choices(self, name: str, kind: type[Choice]) -> frozenset[Choice]:
        return frozenset(self._one(name, value, kind) for value in self.texts(name))

    def gear_sets(self, name: str, kind: type[Choice]) -> tuple[frozenset[Choice], ...]:
        value = self._get(name)
        if not isinstance(value, list) or not value or not all(isinstance(v, list) for v in value):
            self._note(name, "needs a list of sets", f"{name} = [[]] for none")
            return (frozenset(),)
        return tuple(frozenset(self._one(name, item, kind) for item in items) for items in value)

    def tempo(self, name: str) -> Tempo | None:
        if not self.has(name):
            return None
        match = _TEMPO.fullmatch(self.text(name))
        if match is None:
            self._note(name, "is not E-P-C-P seconds", '"3-1-1-0" or "2-0-1-1C"')
            return None
        lower, low, lift, high = (int(number) for number in match.groups()[:4])
        return Tempo(lower, low, lift, high, lift_first=bool(match[5]))

    def _one(self, name: str, value: object, kind: type[Choice]) -> Choice:
        try:
            return kind(str(value))
        except ValueError:
            self._note(name, f"has the unknown value {value!r}", ", ".join(kind))
            return next(iter(kind))

    def _get(self, name: str) -> object:
        self._read.add(name)
        return self._values.get(name)

    def _note(self, name: str, problem: str, advice: str) -> None:
        self._faults.append(Fault(self._file, f"{self.key}.{name}", problem, advice))
