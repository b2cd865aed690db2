"""What Alexa heard for a slot becomes an id or a number, or is found to be unreadable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.library.model import Exercise, Family, Library
from engine.session.slots import MOST, Plain
from engine.speech.numbers import Numbers
from skill.alexa.requests import Spoken

MOST_COUNTED = 200
"""Numbers in words are known up to the most reps that a set may have."""

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DURATION = re.compile(
    r"P(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,6})S)?)?"
)


class Slots:
    """Reads slot values. Immutable; safe to share between threads."""

    def __init__(self, library: Library, language: str = "en") -> None:
        numbers = Numbers(language)
        self._numbers = {_plain(numbers.cardinal(n)): n for n in range(MOST_COUNTED + 1)}
        self._names = dict(_names(library))

    def value(self, slot: str, type: str, spoken: Spoken) -> Plain | None:
        """One value for a slot of a command, as Alexa's type has it; None if unreadable."""
        match type:
            case "AMAZON.NUMBER":
                return self.number(spoken.words)
            case "AMAZON.DURATION":
                seconds = seconds_of(spoken.words)
                return max(1, round(seconds / 60)) if slot == "minutes" and seconds else seconds
            case "AMAZON.DATE":
                return date_of(spoken.words)
            case "AMAZON.FOUR_DIGIT_NUMBER":
                return digits_of(spoken.words)
            case _ if spoken.id is not None:
                return spoken.id
            case "EXERCISE" | "DESTINATION":
                return self._names.get(_plain(spoken.words))
            case _:
                number = self.number(spoken.words) if slot in MOST else None
                return number if number is not None else _id(spoken.words)

    def number(self, words: str) -> int | float | None:
        """A number in digits or in words."""
        said = words.strip()
        if _NUMBER.fullmatch(said):
            return float(said) if "." in said else int(said)
        # A sign changes the number, while a hyphen within it does not.
        return self._numbers.get(_plain(said)) if said[:1].isalpha() else None


def seconds_of(duration: str) -> int | None:
    """The length of an ISO 8601 duration such as PT1M30S."""
    found = _DURATION.fullmatch(duration.strip().upper())
    if found is None or not any(found.groups()):
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


def date_of(words: str) -> str | None:
    """A whole date as it is; weeks, months and seasons are none."""
    return words.strip() if _DATE.fullmatch(words.strip()) else None


def digits_of(words: str) -> str | None:
    """Four digits; Alexa may leave out zeros in front."""
    digits = "".join(words.split())
    return digits.zfill(4) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None


def _id(words: str) -> str | None:
    """Words that are an id as they stand: "lower back"."""
    return _plain(words).replace(" ", "_") or None


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").replace(" and ", " ").split())


def _names(library: Library) -> Iterator[tuple[str, str]]:
    """Families last: where an exercise has a family's name, the family is meant."""
    things: list[Exercise | Family] = [*library.exercises.values(), *library.families.values()]
    for thing in things:
        more = thing.words if isinstance(thing, Family) else thing.aliases
        for name in (thing.id.replace("_", " "), thing.name, thing.plural, *more):
            yield _plain(name), thing.id
