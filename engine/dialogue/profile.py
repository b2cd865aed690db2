"""One sentence changes one answer of the profile, or says what is possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from engine.cues import Amount, Priority, say
from engine.dialogue.change import NONE, Change, misfit
from engine.dialogue.race import race, race_distance
from engine.dialogue.week import available, long_run, run_days
from engine.library.model import Experience, Gear
from engine.plan.athlete.profile import (
    FEWEST_DAYS,
    LONGEST,
    MOST_DAYS,
    SHORTEST,
    YOUNGEST,
    Goal,
    Profile,
)
from engine.session.commands import (
    Command,
    SetAge,
    SetDays,
    SetEquipment,
    SetExperience,
    SetFrequency,
    SetGoal,
    SetLongRun,
    SetMinutes,
    SetRace,
    SetRunDays,
    SetUnits,
    SetWeights,
)
from engine.units import Load, Unit

OLDEST = 120
HEAVIEST = 300
"""In either unit; beyond it a weight was misheard."""


TOPIC_OF: Mapping[type[Command], str] = MappingProxyType(
    {
        SetAge: "age",
        SetExperience: "experience",
        SetFrequency: "days_per_week",
        SetMinutes: "minutes",
        SetEquipment: "equipment",
        SetUnits: "units",
        SetWeights: "weights",
        SetDays: "available",
        SetRunDays: "run_days",
        SetLongRun: "long_run",
        SetRace: "race",
        SetGoal: "goal",
    }
)
"""What each command of the profile tells of."""


def change(profile: Profile, command: Command, today: date) -> Change | None:
    """What a command makes of the profile; None where it tells nothing yet."""
    match command:
        case SetAge(years=int(years)):
            return age(profile, years)
        case SetExperience(level=Experience() as level):
            return experience(profile, level)
        case SetFrequency(count=int(count)):
            return days_per_week(profile, count)
        case SetMinutes(minutes=int(count)):
            return minutes(profile, count)
        case SetEquipment(items=items) if items:
            return equipment(profile, items)
        case SetUnits(unit=Unit() as unit):
            return units(profile, unit)
        case SetWeights(loads=loads, unit=in_unit) if loads:
            return weights(profile, loads, in_unit)
        case SetGoal(goal=Goal() as goal):
            return Change((say("set_goal", goal=goal.value),), replace(profile, goal=goal))
        case _:
            return _of_days(profile, command, today)


def _of_days(profile: Profile, command: Command, today: date) -> Change | None:
    match command:
        case SetDays(days=days) if days:
            return available(profile, days, today)
        case SetRunDays(days=days, kind=kind) if days:
            return run_days(profile, days, kind, today)
        case SetLongRun(day=str(day)):
            return long_run(profile, day, today)
        case SetRace(date=str(day), distance=distance):
            return race(profile, day, distance, today)
        case SetRace(distance=float() | int() as distance):
            return race_distance(profile, distance, today)
        case _:
            return None


def age(profile: Profile, years: int) -> Change:
    """Children are declined kindly, the young and the older get a word of care."""
    if not 0 <= years <= OLDEST:
        return misfit("fits_age")
    changed = replace(profile, age=years)
    if years < YOUNGEST:
        return Change((say("too_young", Priority.KEEP),), changed)
    if changed.minor:
        return Change((say("guardian", Priority.KEEP),), changed)
    return Change((say("set_older" if changed.older else "set_noted"),), changed)


def experience(profile: Profile, level: Experience) -> Change:
    return Change((say(f"set_{level.value}"),), replace(profile, experience=level))


def days_per_week(profile: Profile, count: int) -> Change:
    if not FEWEST_DAYS <= count <= MOST_DAYS:
        return misfit("fits_days_per_week")
    words = say("set_days_per_week", amount=Amount(count, "sessions"))
    return Change((words,), replace(profile, days_per_week=count))


def minutes(profile: Profile, count: int) -> Change:
    if not SHORTEST <= count <= LONGEST:
        return misfit("fits_minutes")
    words = say("set_minutes", amount=Amount(count, "minutes"))
    return Change((words,), replace(profile, minutes=count))


def equipment(profile: Profile, items: Iterable[str]) -> Change:
    """What is at hand where the athlete usually trains; what nobody knows is left out."""
    told = frozenset(items)
    gear = frozenset(item for item in Gear if item.value in told)
    if not gear and not told & NONE:
        return misfit("fits_equipment")
    changed = profile.with_gear(profile.where, gear)
    listed = ",".join(item.value for item in Gear if item in gear)
    words = say("set_equipment", gear=listed) if gear else say("set_no_equipment")
    return Change((words,), changed)


def units(profile: Profile, unit: Unit) -> Change:
    return Change((say("set_units", unit=unit.value),), replace(profile, units=unit))


def weights(profile: Profile, loads: Iterable[float], unit: Unit | None) -> Change:
    told = tuple(loads)
    if not all(0 < load <= HEAVIEST for load in told):
        return misfit("fits_weights")
    owned = tuple(Load.of(load, unit or profile.units) for load in sorted(set(told)))
    if len(owned) == 1:
        words = say("set_weight", load=owned[0])
    else:
        words = say("set_weights", light=owned[0], heavy=owned[-1])
    return Change((words,), replace(profile, weights=owned))
