"""Options of ``stride setup`` as answers of a profile file, so that both mean the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from engine.plan.athlete.profile import Profile
from engine.plan.athlete.reading import answered_by, read_profile
from engine.plan.athlete.reading_back import profile_json
from engine.plan.athlete.reading_words import DAYS
from engine.plan.athlete.runs import RunKind
from skill.cli.output import as_number

Told = str | int | bool | tuple[str, ...] | None
"""What click makes of an option."""
Answers = dict[str, object]
SOURCE = "stride setup"
"""Stands for the file's name in what is said of a mistake."""
NONE = "none"


def with_answers(profile: Profile, told: Mapping[str, Told], today: date) -> Profile:
    """The profile with these options' answers in the place of its own.

    Raises:
        TooYoung, ProfileError: as the reading of a file does.
    """
    answers = profile_json(profile)
    given: Answers = {}
    for name, value in told.items():
        change = CHANGES.get(name)
        given |= change({**answers, **given}, value) if change else {KEYS.get(name, name): value}
    known = sorted(profile.answered | answered_by(given))
    merged = {**answers, **given, "answered": known, "today": today.isoformat()}
    return read_profile(merged, SOURCE).profile


def _gear_at(place: str) -> Change:
    return lambda answers, told: {"places": {**_object(answers["places"]), place: told}}


def _weights(answers: Answers, told: Told) -> Answers:
    parts = re.split(r",|\band\b", str(told))
    return {
        "weights": [as_number(part.strip()) for part in parts if part.strip() not in ("", NONE)]
    }


def _runs(answers: Answers, told: Told) -> Answers:
    days = _object(answers["run_days"])
    for text in told if isinstance(told, tuple) else ():
        day, _, kind = text.partition("=")
        days[_day(day)] = kind or RunKind.EASY.value
    return {"run_days": days}


def _long_run(answers: Answers, told: Told) -> Answers:
    """There is one long run a week: the day that held it before keeps an easy one."""
    days = _object(answers["run_days"])
    easy = {day: RunKind.EASY.value for day, kind in days.items() if kind == RunKind.LONG}
    return {"run_days": {**days, **easy, _day(str(told)): RunKind.LONG.value}}


def _race(answers: Answers, told: Told) -> Answers:
    return {"races": [] if told == NONE else [{"date": told}]}


def _distance(answers: Answers, told: Told) -> Answers:
    """Of the race that is next on file."""
    races = answers["races"]
    assert isinstance(races, list)
    first, *others = races or [{}]
    return {"races": [{**_object(first), "distance_km": as_number(str(told))}, *others]}


def _pain(answers: Answers, told: Told) -> Answers:
    """Each place named takes the place of what was on file of it; "none": nothing hurts."""
    named = told if isinstance(told, tuple) else ()
    if NONE in named:
        return {"pain": []}
    aches = [_ache(text) for text in named]
    places = {ache["place"] for ache in aches}
    on_file = answers["pain"]
    assert isinstance(on_file, list)
    return {"pain": [*(ache for ache in on_file if ache["place"] not in places), *aches]}


def _ache(text: str) -> Answers:
    """PLACE, LEVEL and SIDE between colons, the last two in either order or left out."""
    place, *more = text.split(":")
    told = {"level" if part[:1].isdigit() else "side": as_number(part) for part in more}
    return {"place": place, **told}


def _day(word: str) -> str:
    return DAYS.meaning(word).value if word in DAYS else word


def _object(value: object) -> Answers:
    return dict(value) if isinstance(value, dict) else {}


Change = Callable[[Answers, Told], Answers]
CHANGES: Mapping[str, Change] = MappingProxyType(
    {
        "gym": _gear_at("gym"),
        "travel": _gear_at("travel"),
        "weights": _weights,
        "run": _runs,
        "long_run": _long_run,
        "race": _race,
        "distance": _distance,
        "pain": _pain,
    }
)
"""Options that are more than one answer."""
KEYS: Mapping[str, str] = MappingProxyType(
    {"days": "days_per_week", "floor": "floor_ok", "impact": "impact_ok", "zone": "time_zone"}
)
"""The answer's key where the option has another name."""
