"""A profile as the JSON value that reads back to it."""

from __future__ import annotations

from engine.plan.athlete.calendar import WEEK, Weekday
from engine.plan.athlete.profile import Ache, Profile, Where
from engine.plan.athlete.runs import Race
from engine.units import Load, Unit

ProfileJson = dict[str, object]


def profile_json(profile: Profile) -> ProfileJson:
    """Every answer under its key; what nobody has told is left out or empty.

    A weight in another unit than the athlete's own is a text, such as "20 lb".
    """
    gear = dict(profile.places)
    home = {"equipment": sorted(gear[Where.HOME])} if Where.HOME in gear else {}
    away = {where.value: sorted(gear[where]) for where in Where if where in gear}
    away.pop(Where.HOME.value, None)
    return {
        "experience": profile.experience.value,
        "age": profile.age,
        "days_per_week": profile.days_per_week,
        "minutes": profile.minutes,
        **home,
        "places": away,
        "where": profile.where.value,
        "weights": [_weight(load, profile.units) for load in profile.weights],
        "run_days": {day.value: kind.value for day, kind in sorted(profile.run_days, key=_first)},
        "races": [_race(race) for race in profile.races],
        "units": profile.units.value,
        "goal": profile.goal.value,
        "pain": [_ache(ache) for ache in profile.aches],
        "screening": sorted(profile.screening),
        "cleared": profile.cleared,
        "available": _days(profile.available),
        "preferred": _days(profile.preferred),
        "double_days": profile.double_days,
        "floor_ok": profile.floor_ok,
        "space": profile.space,
        "impact_ok": profile.impact_ok,
        "time_zone": profile.time_zone,
        "answered": sorted(profile.answered),
    }


def _first(entry: tuple[Weekday, object]) -> int:
    return WEEK.index(entry[0])


def _days(days: frozenset[Weekday]) -> list[str]:
    return [day.value for day in WEEK if day in days]


def _weight(load: Load, unit: Unit) -> float | str:
    return load.value if load.unit is unit else f"{load.value:g} {load.unit}"


def _race(race: Race) -> ProfileJson:
    return {
        "date": race.day.isoformat(),
        "distance_km": race.distance_km,
        "priority": race.priority.value,
    }


def _ache(ache: Ache) -> ProfileJson:
    return {
        "place": ache.place.value,
        "side": ache.side.value if ache.side else None,
        "level": ache.level,
        "date": ache.since.isoformat() if ache.since else None,
    }
