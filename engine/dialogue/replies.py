"""Bare answers to the questions of the interview: yes, a number, days, ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from engine.cues import Priority, Say, say
from engine.dialogue import profile as answers
from engine.dialogue import race, week
from engine.dialogue.change import NONE, Change, misfit
from engine.library.model import Experience, Place
from engine.plan.athlete.profile import Ache, Goal, Profile, Topic
from engine.plan.athlete.runs import HALF_MARATHON_KM, MARATHON_KM
from engine.session.commands import (
    Answer,
    Command,
    Done,
    Feel,
    Feeling,
    No,
    Pain,
    PainGone,
    Shorten,
    Yes,
)
from engine.units import Side, Unit

YES = frozenset({"yes"})
SECONDS_A_MINUTE = 60
WORST = 10
"""Of pain, from 0."""
SEVERE = 5
"""From this level of pain on the place should be checked."""
DISTANCES = MappingProxyType(
    {
        "five_k": 5.0,
        "ten_k": 10.0,
        "half_marathon": HALF_MARATHON_KM,
        "marathon": MARATHON_KM,
    }
)
LONG_RACE_KM = 21
"""Races from the half marathon on are long ones (engineering judgement)."""
SCREENING: Mapping[str, frozenset[Topic]] = MappingProxyType(
    {
        "screening_heart": frozenset({Topic.HEART, Topic.CHEST_PAIN, Topic.DIZZINESS}),
        "screening_illness": frozenset({Topic.CHRONIC, Topic.MEDICATION, Topic.SUPERVISED}),
        "screening_joints": frozenset({Topic.JOINTS}),
        "screening_pregnancy": frozenset({Topic.PREGNANCY}),
    }
)
"""What each question of the screening covers."""


@dataclass(frozen=True)
class Reply:
    """What was said, whatever was asked."""

    yes: bool = False
    no: bool = False
    words: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    unit: Unit | None = None
    seconds: int | None = None
    side: Side | None = None

    @property
    def count(self) -> int | None:
        """The one whole number that was said."""
        whole = len(self.numbers) == 1 and self.numbers[0].is_integer()
        return int(self.numbers[0]) if whole else None

    @property
    def minutes(self) -> int | None:
        """A bare number, or a length of time."""
        return self.count if self.seconds is None else self.seconds // SECONDS_A_MINUTE


def reply_of(command: Command) -> Reply | None:
    """None where a command is no bare answer."""
    match command:
        case Yes():
            return Reply(yes=True)
        case No():
            return Reply(no=True)
        case Answer(value=value):
            return _reply(value)
        case Done(reps=reps, seconds=seconds, load=load, unit=unit, effort=None):
            numbers = tuple(float(number) for number in (reps, load) if number is not None)
            return Reply(numbers=numbers, seconds=seconds, unit=unit)
        case Pain(location=place, side=side, level=level):
            words = (place.value,) if place else ()
            return Reply(yes=not words, words=words, numbers=_numbers(level), side=side)
        case PainGone(location=None) | Feel(state=Feeling.FINE):
            return Reply(no=True)
        case Shorten(minutes=int(minutes)):
            return Reply(seconds=minutes * SECONDS_A_MINUTE)
        case _:
            return None


def _reply(value: tuple[str, ...]) -> Reply:
    numbers = tuple(number for word in value if (number := _number(word)) is not None)
    words = tuple(word for word in value if _number(word) is None)
    told = frozenset(words)
    return Reply(bool(told & YES), bool(told) and told <= NONE, words, numbers)


def _number(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None


def _numbers(level: int | None) -> tuple[float, ...]:
    return () if level is None else (float(level),)


# How each topic takes them


def _counted(change: Callable[[Profile, int], Change], otherwise: str) -> Reader:
    def read(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
        return misfit(otherwise) if reply.count is None else change(profile, reply.count)

    return read


def _minutes(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    if reply.minutes is None:
        return misfit("fits_minutes")
    return answers.minutes(profile, reply.minutes)


def _experience(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    """Whoever has never done it is a beginner."""
    if reply.no:
        return answers.experience(profile, Experience.BEGINNER)
    told = next((level for level in Experience if level.value in reply.words), None)
    return answers.experience(profile, told) if told else misfit("fits_experience")


def _equipment(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    return answers.equipment(profile, NONE if reply.no else reply.words)


def _units(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    told = next((unit for unit in Unit if unit.value in reply.words), reply.unit)
    return answers.units(profile, told) if told else misfit("fits_units")


def _weights(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    """No weights told means any usual one."""
    if reply.no:
        return Change((say("set_any_weight"),), replace(profile, weights=()))
    told = next((unit for unit in Unit if unit.value in reply.words), reply.unit)
    if not reply.numbers:
        return misfit("fits_weights")
    return answers.weights(profile, reply.numbers, told)


def _days(change: Callable[[Profile, tuple[str, ...], date], Change]) -> Reader:
    def read(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
        told = ("none",) if reply.no else reply.words
        return change(profile, told, today) if told and not reply.yes else misfit("fits_days")

    return read


def _long_run(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    told = ("none",) if reply.no else reply.words
    fits = len(told) == 1 and not reply.yes
    return week.long_run(profile, told[0], today) if fits else misfit("fits_day")


def _race(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    told = ("none",) if reply.no else tuple(w for w in reply.words if w not in DISTANCES)
    if len(told) != 1 or reply.yes:
        return misfit("fits_race")
    return race.race(profile, told[0], _kilometres(reply), today)


def _distance(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    told = _kilometres(reply)
    return race.race_distance(profile, told, today) if told else misfit("fits_distance")


def _kilometres(reply: Reply) -> float | None:
    named = next((DISTANCES[word] for word in reply.words if word in DISTANCES), None)
    return named or (reply.numbers[0] if len(reply.numbers) == 1 else None)


def _goal(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    told = next((goal for goal in Goal if goal.value in reply.words), None)
    if told is None and (distance := _kilometres(reply)) is not None:
        told = Goal.LONG_RACES if distance >= LONG_RACE_KM else Goal.SHORT_RACES
    goal = Goal.GENERAL if reply.no else told
    if goal is None:
        return misfit("fits_goal")
    return Change((say("set_goal", goal=goal.value),), replace(profile, goal=goal))


def _screening(topic: str) -> Reader:
    covered = SCREENING[topic]

    def read(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
        if not (reply.yes or reply.no):
            return misfit("fits_yes_no")
        if reply.no:
            return Change((), replace(profile, screening=profile.screening - covered))
        return Change((_screened(profile),), _flagged(profile, covered))

    return read


def _screened(profile: Profile) -> Say:
    return say("screening_more" if profile.needs_clearance else "screening_yes", Priority.KEEP)


def _flagged(profile: Profile, covered: frozenset[Topic]) -> Profile:
    """What is new has not been cleared by anybody."""
    cleared = profile.cleared and covered <= profile.screening
    return replace(profile, screening=profile.screening | covered, cleared=cleared)


def _pain(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    """Places that hurt, at a usual level until one is told."""
    if reply.no:
        return Change((say("set_no_pain"),), replace(profile, aches=()))
    told = [place for place in Place if place.value in reply.words]
    if not told:
        return misfit("fits_pain")
    aches = tuple(Ache(place, side=reply.side, since=today) for place in told)
    others = tuple(ache for ache in profile.aches if ache.place not in told)
    changed = replace(profile, aches=(*others, *aches))
    if reply.count is None:
        return Change((), changed)
    return _pain_level(changed, reply, today, ",".join(place.value for place in told))


def _pain_level(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    """How bad the places named in ``detail`` are; none at all is no pain."""
    level = 0 if reply.no else reply.count
    if level is None or not 0 <= level <= WORST:
        return misfit("fits_pain_level")
    places = detail.split(",")
    aches = tuple(
        replace(ache, level=level) if ache.place.value in places else ache for ache in profile.aches
    )
    kept = tuple(ache for ache in aches if ache.level or ache.place.value not in places)
    phrase = "set_pain_severe" if level >= SEVERE else "set_pain" if level else "set_no_pain"
    words = say(phrase, Priority.KEEP, place=detail) if level else say(phrase)
    return Change((words,), replace(profile, aches=kept), frozenset({"pain_level"}))


def _jumping(profile: Profile, reply: Reply, today: date, detail: str) -> Change:
    if not (reply.yes or reply.no):
        return misfit("fits_yes_no")
    words = say("set_jumping" if reply.yes else "set_no_jumping")
    return Change((words,), replace(profile, impact_ok=reply.yes))


Reader = Callable[[Profile, Reply, date, str], Change]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        **{topic: _screening(topic) for topic in SCREENING},
        "age": _counted(answers.age, "fits_age"),
        "experience": _experience,
        "days_per_week": _counted(answers.days_per_week, "fits_days_per_week"),
        "minutes": _minutes,
        "equipment": _equipment,
        "units": _units,
        "weights": _weights,
        "available": _days(week.available),
        "run_days": _days(lambda profile, days, on: week.run_days(profile, days, None, on)),
        "hard_days": _days(week.hard_days),
        "long_run": _long_run,
        "race": _race,
        "distance": _distance,
        "goal": _goal,
        "pain": _pain,
        "pain_level": _pain_level,
        "impact_ok": _jumping,
    }
)
"""How a bare answer to each topic is taken."""
