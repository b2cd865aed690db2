"""What a profile file says of equipment, weights and pain."""

from __future__ import annotations

import re
from datetime import date

from engine.library.model import Gear
from engine.plan.athlete.profile import Ache, Where
from engine.plan.athlete.reading_answers import Answers
from engine.plan.athlete.reading_words import GEAR, NOTHING, PLACES, SIDES, UNITS, WHERE
from engine.units import Load, Side, Unit

HEAVIEST = 500
"""Of a weight owned, in any unit; a number beyond was mistyped."""
UNTOLD_LEVEL = 3
"""Of ten, for pain that is named alone: the least that is planned around."""
PAIN_KEYS = ("place", "side", "level", "date")
EXAMPLE_PLACES = '{"gym": ["barbell"], "travel": ["band"]}'
EXAMPLE_WEIGHTS = '{"dumbbell": [4, 6, 8]}'
EXAMPLE_PAIN = '{"place": "knee", "side": "left", "level": 3}'
_WEIGHT = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)", re.IGNORECASE)
_SIDE = re.compile(r"\b(left|right|both)\b", re.IGNORECASE)


def places_in(answers: Answers) -> tuple[tuple[Where, frozenset[Gear]], ...]:
    """Equipment by place; ``equipment`` is that of home."""
    told: dict[Where, frozenset[Gear]] = {}
    if "equipment" in answers.given:
        told[Where.HOME] = NOTHING.union(*answers.meanings("equipment", GEAR))
    listed = answers.objects("places", EXAMPLE_PLACES)
    for name in listed.given:
        where = listed.meaning(name, name, WHERE, None)
        if where in told:
            listed.note(name, "tells the equipment of a place again", "one list for each place")
        elif where is not None:
            told[where] = NOTHING.union(*listed.meanings(name, GEAR))
    return tuple((where, told[where]) for where in Where if where in told)


def usual_place(answers: Answers, told: tuple[Where, ...]) -> Where:
    """Where the athlete trains: as told, else at home, else at the one place that was told."""
    return answers.word("where", WHERE, told[0] if len(told) == 1 else Where.HOME)


def weights_in(answers: Answers, unit: Unit) -> tuple[Load, ...]:
    """The weights owned, in order and each once; lists by gear come to one list."""
    if not isinstance(answers.value("weights"), dict):
        return _weights(answers, "weights", unit)
    by_gear = answers.objects("weights", EXAMPLE_WEIGHTS)
    for name in by_gear.given:
        by_gear.meaning(name, name, GEAR, None)
    found = (load for name in by_gear.given for load in _weights(by_gear, name, unit))
    return tuple(dict.fromkeys(found))


def _weights(answers: Answers, name: str, unit: Unit) -> tuple[Load, ...]:
    loads = (_weight(answers, key, value, unit) for key, value in answers.items(name))
    return tuple(dict.fromkeys(load for load in loads if load is not None))


def _weight(answers: Answers, key: str, value: object, unit: Unit) -> Load | None:
    """A number in the athlete's unit, or one with a unit of its own: "20 lb"."""
    match = _WEIGHT.fullmatch(value.strip()) if isinstance(value, str) else None
    if match and match[2] in UNITS:
        value, unit = float(match[1]), UNITS.meaning(match[2])
    number = answers.in_range(key, value, 0.01, HEAVIEST, None)
    return None if number is None else Load.of(number, unit)


def aches_in(answers: Answers, today: date | None) -> tuple[Ache, ...]:
    """Pain on file; a bare place hurts a little today."""
    found = (_ache(answers, key, value, today) for key, value in answers.items("pain"))
    return tuple(ache for ache in found if ache is not None)


def _ache(answers: Answers, key: str, value: object, today: date | None) -> Ache | None:
    if isinstance(value, str):
        return _named_ache(answers, key, value, today)
    entry = answers.inner(key, value, EXAMPLE_PAIN, PAIN_KEYS)
    if entry is None:
        return None
    if "place" not in entry.given:
        entry.note("place", "is missing", ", ".join(PLACES.ids))
    place = entry.word("place", PLACES, None)
    level = entry.whole("level", 0, 10, UNTOLD_LEVEL)
    side = entry.word("side", SIDES, None)
    since = entry.day("date") or today
    return None if place is None else Ache(place, level, side, since)


def _named_ache(answers: Answers, key: str, told: str, today: date | None) -> Ache | None:
    """A place by name, with its side or without: "left knee"."""
    side = _SIDE.search(told)
    place = answers.meaning(key, _SIDE.sub("", told), PLACES, None)
    if place is None:
        return None
    return Ache(place, UNTOLD_LEVEL, Side(side[1].lower()) if side else None, today)
