"""An athlete's profile from parsed JSON, with every mistake in it told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from engine.errors import CoachError, DataError, Fault
from engine.library.model import Experience
from engine.plan.athlete.calendar import WEEK, Weekday
from engine.plan.athlete.profile import (
    FEWEST_DAYS,
    LONGEST,
    MOST_DAYS,
    SHORTEST,
    YOUNGEST,
    Goal,
    Profile,
    Topic,
)
from engine.plan.athlete.reading_answers import Answers, Faults, object_in
from engine.plan.athlete.reading_body import aches_in, places_in, usual_place, weights_in
from engine.plan.athlete.reading_runs import races_in, runs_in, week_in
from engine.plan.athlete.reading_words import EXPERIENCE, GOALS, SETS_OF_DAYS, TOPICS, UNITS
from engine.plan.athlete.runs import Run
from engine.units import Unit

OLDEST = 120
KEYS = (
    *("experience", "days_per_week", "minutes", "equipment", "run_days", "race", "units", "pain"),
    *("age", "today", "races", "weights", "available", "preferred", "places", "where"),
    *("double_days", "floor_ok", "space", "impact_ok", "goal", "time_zone", "runs", "screening"),
    *("cleared", "answered"),
)
NO_TOPICS = frozenset({"today", "time_zone", "runs", "answered"})
"""Keys that no question of the interview is about."""
ALSO_SETTLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "run_days": ("hard_days", "long_run"),
        "races": ("race",),
        "places": ("equipment",),
    }
)
"""Topics of their own in the interview that one answer of a file takes in."""
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*")


class ProfileError(DataError):
    """A profile that cannot be used as it stands."""


class TooYoung(CoachError):
    """The athlete is younger than the coach can look after."""

    def __init__(self) -> None:
        super().__init__(
            "I coach runners from thirteen years on: until then a trainer who can watch you move "
            "will do you far more good than I can."
        )


@dataclass(frozen=True)
class ProfileFile:
    """What a profile file says."""

    profile: Profile
    runs: tuple[Run, ...] = ()
    today: date | None = None
    """The day to plan from; None where the file leaves that to its reader."""


def read_profile(data: object, file: str) -> ProfileFile:
    """Read a profile; what it leaves out or says as null keeps its default.

    Contradictions between answers are no mistakes here: the planner meets and notes them.

    Raises:
        TooYoung: the athlete is under thirteen.
        ProfileError: with every mistake, under the file's name.
    """
    faults: list[Fault] = []
    answers = object_in(Faults(file, faults), data, KEYS)
    today = answers.day("today")
    profile, runs = _profile(answers, today), runs_in(answers, today)
    if profile.age is not None and profile.age < YOUNGEST:
        raise TooYoung
    if faults:
        raise ProfileError(tuple(faults))
    return ProfileFile(profile, runs, today)


def _profile(answers: Answers, today: date | None) -> Profile:
    units = answers.word("units", UNITS, Unit.KG)
    places = places_in(answers)
    return Profile(
        experience=answers.word("experience", EXPERIENCE, Experience.BEGINNER),
        age=answers.whole("age", 0, OLDEST, None),
        days_per_week=answers.whole("days_per_week", FEWEST_DAYS, MOST_DAYS, Profile.days_per_week),
        minutes=answers.whole("minutes", SHORTEST, LONGEST, Profile.minutes),
        places=places,
        where=usual_place(answers, tuple(where for where, _ in places)),
        weights=weights_in(answers, units),
        run_days=week_in(answers),
        races=races_in(answers),
        units=units,
        goal=answers.word("goal", GOALS, Goal.GENERAL),
        aches=aches_in(answers, today),
        screening=_screening(answers),
        cleared=answers.flag("cleared", Profile.cleared),
        available=_days(answers, "available", frozenset(WEEK)),
        preferred=_days(answers, "preferred", frozenset()),
        double_days=answers.flag("double_days", Profile.double_days),
        floor_ok=answers.flag("floor_ok", Profile.floor_ok),
        space=answers.flag("space", Profile.space),
        impact_ok=answers.flag("impact_ok", Profile.impact_ok),
        # By its shape alone: which names there are, only a machine's own data can say.
        time_zone=answers.text("time_zone", _ZONE, 'a name such as "Europe/Berlin"'),
        answered=_answered(answers),
    )


def _days(answers: Answers, name: str, default: frozenset[Weekday]) -> frozenset[Weekday]:
    if name not in answers.given:
        return default
    return frozenset[Weekday]().union(*answers.meanings(name, SETS_OF_DAYS))


def _screening(answers: Answers) -> frozenset[Topic]:
    told = answers.meanings("screening", TOPICS)
    return frozenset(topic for topic in told if topic is not None)


def _answered(answers: Answers) -> frozenset[str]:
    """Topics that the file lists, else those that its answers settle."""
    listed = (str(value) for _, value in answers.items("answered"))
    return frozenset(listed) if "answered" in answers.given else answered_by(answers.given)


def answered_by(keys: Iterable[str]) -> frozenset[str]:
    """Topics of the interview that answers under these keys settle.

    A unit of weight alone tells nothing that can be planned by, so it settles nothing.
    """
    told = frozenset(keys) - NO_TOPICS
    settled = told.union(*(ALSO_SETTLES.get(key, ()) for key in told))
    return frozenset() if settled == {"units"} else settled
