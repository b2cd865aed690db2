"""The runs and races of a profile file."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeVar

from engine.plan.athlete.calendar import WEEK, Weekday
from engine.plan.athlete.reading_answers import Answers, shown
from engine.plan.athlete.reading_words import DAYS, DISTANCES, KINDS, PRIORITIES, SETS_OF_DAYS
from engine.plan.athlete.runs import HALF_MARATHON_KM, Race, RacePriority, Run, RunKind

Meaning = TypeVar("Meaning")
LEAST_KM, MOST_KM = 0.1, 500
LONGEST_RUN = 2 * 24 * 60
"""Minutes."""
KM_OF_MILE = 1.609344
EXAMPLE_WEEK = '{"tue": "easy", "thu": "hard", "sun": "long"}'
EXAMPLE_RACE = '{"date": "2027-04-18", "distance_km": 42.2, "priority": "A"}'
EXAMPLE_RUN = '{"date": "2027-04-18", "kind": "easy", "distance_km": 10}'
RACE_KEYS = ("date", "distance_km", "priority")
RUN_KEYS = ("date", "kind", "distance_km", "minutes", "done")
_DISTANCE = re.compile(r"(\d+(?:\.\d+)?)\s*(k|km|kilomet(?:re|er)s?|mi|miles?)", re.IGNORECASE)


def week_in(answers: Answers) -> tuple[tuple[Weekday, RunKind], ...]:
    """The usual week from Monday on; a bare list of days is of easy runs."""
    if isinstance(answers.value("run_days"), list | str):
        days = frozenset[Weekday]().union(*answers.meanings("run_days", SETS_OF_DAYS))
        return tuple((day, RunKind.EASY) for day in WEEK if day in days)
    told: dict[Weekday, RunKind | None] = {}
    entries = answers.objects("run_days", EXAMPLE_WEEK)
    for name in entries.given:
        day = entries.meaning(name, name, DAYS, None)
        if day in told:
            entries.note(name, "names a day for the second time", "one entry for each day")
        if day is not None:
            told[day] = entries.word(name, KINDS, None)
    return tuple((day, kind) for day in WEEK if (kind := told.get(day)) is not None)


def races_in(answers: Answers) -> tuple[Race, ...]:
    """All races by date. ``race`` alone is an A race with a half-marathon's taper; where ``races``
    names the same day, that entry says more."""
    told = [_race(answers, *item) for item in (*answers.items("race"), *answers.items("races"))]
    by_day = {race.day: race for race in told if race is not None}
    return tuple(by_day[day] for day in sorted(by_day))


def _race(answers: Answers, key: str, value: object) -> Race | None:
    """A race from its date or from an object; None where it has no date that can be read."""
    if isinstance(value, str):
        day = answers.as_day(key, value)
        return Race(day) if day else None
    entry = answers.inner(key, value, EXAMPLE_RACE, RACE_KEYS)
    if entry is None:
        return None
    distance = distance_in(entry, "distance_km", HALF_MARATHON_KM)
    priority = entry.word("priority", PRIORITIES, RacePriority.A)
    day = entry.needed_day("date")
    return Race(day, distance, priority) if day else None


def runs_in(answers: Answers, today: date | None) -> tuple[Run, ...]:
    """Dated runs in order; one before today was done unless it says otherwise."""
    told = [_run(answers, key, value, today) for key, value in answers.items("runs")]
    return tuple(sorted((run for run in told if run is not None), key=lambda run: run.day))


def _run(answers: Answers, key: str, value: object, today: date | None) -> Run | None:
    entry = answers.inner(key, value, EXAMPLE_RUN, RUN_KEYS)
    if entry is None:
        return None
    kind = entry.word("kind", KINDS, RunKind.EASY)
    kilometres = distance_in(entry, "distance_km", None)
    minutes = entry.whole("minutes", 1, LONGEST_RUN, None)
    day = entry.needed_day("date")
    done = entry.flag("done", day is not None and today is not None and day < today)
    if day is None or kind is None:
        return None
    metres = None if kilometres is None else round(kilometres * 1000)
    return Run(day, kind, done, metres, minutes)


def distance_in(entry: Answers, name: str, default: Meaning) -> float | Meaning:
    """Kilometres: a number, "10 miles", or the name of a distance."""
    value = entry.value(name)
    if not isinstance(value, str):
        return entry.number(name, LEAST_KM, MOST_KM, default)
    if value in DISTANCES:
        return DISTANCES.meaning(value)
    match = _DISTANCE.fullmatch(value.strip())
    if match is None:
        ids = ", ".join(DISTANCES.ids)
        entry.note(name, f"is {shown(value)}, no distance", f"a number of kilometres, or {ids}")
        return default
    kilometres = float(match[1]) * (KM_OF_MILE if match[2].lower().startswith("m") else 1)
    return entry.in_range(name, kilometres, LEAST_KM, MOST_KM, default)
