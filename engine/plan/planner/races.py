"""Around a race: taper before it, nothing right before it, recovery after it.

No source gives these days for strength work; they are engineering judgement on endurance tapers
(Bosquet 2007) and on strength kept through weeks without it (Berryman 2021).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from engine.plan.athlete.runs import MARATHON_KM, Race, RacePriority

BLACKOUT_DAYS = {RacePriority.A: 3, RacePriority.B: 2, RacePriority.C: 1}
LAST_WEEK = 7
"""From so many days before an A race on: one short session."""
HALVED_BEFORE_B = 4
LIGHT_DAYS = 7
"""One light week once the legs may work again."""
SHORT_KM, HALF_KM, ULTRA_KM = 12.0, 30.0, MARATHON_KM + 1
"""Up to the first a race is short, up to the second about a half, beyond the third an ultra."""


class Nearness(Enum):
    """What a race makes of a day, the strictest first."""

    RACE = auto()
    BLACKOUT = auto()
    LEGS_REST = auto()
    """After a race, no work for the legs."""
    LAST_WEEK = auto()
    TAPER = auto()
    LIGHT = auto()
    FAR = auto()


@dataclass(frozen=True)
class NearRace:
    """A day's place around the race that asks most of it."""

    nearness: Nearness
    race: Race | None = None


FAR = NearRace(Nearness.FAR)


def near_race(day: date, races: Iterable[Race]) -> NearRace:
    """How near a race is to a day; of several the strictest."""
    found = [NearRace(_nearness(day, race), race) for race in races]
    nearest = min(found, key=lambda near: near.nearness.value, default=FAR)
    return FAR if nearest.nearness is Nearness.FAR else nearest


def in_last_week(day: date, races: Iterable[Race]) -> bool:
    """Whether an important race is so near, even where a stricter one decides."""
    return any(_nearness(day, race) is Nearness.LAST_WEEK for race in races)


def taper_days(race: Race) -> int:
    """From how many days before it on sessions shrink."""
    if race.distance_km <= SHORT_KM:
        return 7
    return 10 if race.distance_km <= HALF_KM else 14


def legs_rest_days(race: Race) -> int:
    """For how many days after it the legs do no strength work."""
    if race.distance_km <= SHORT_KM:
        return 1
    if race.distance_km <= HALF_KM:
        return 3
    return 10 if race.distance_km > ULTRA_KM else 7


def _nearness(day: date, race: Race) -> Nearness:
    left = (race.day - day).days
    if left <= 0:
        return Nearness.RACE if left == 0 else _after(-left, race)
    if left <= BLACKOUT_DAYS[race.priority]:
        return Nearness.BLACKOUT
    if race.priority is RacePriority.A and left < taper_days(race):
        return Nearness.LAST_WEEK if left < LAST_WEEK else Nearness.TAPER
    if race.priority is RacePriority.B and left <= HALVED_BEFORE_B:
        return Nearness.TAPER
    return Nearness.FAR


def _after(since: int, race: Race) -> Nearness:
    rest = 1 if race.priority is RacePriority.C else legs_rest_days(race)
    if since <= rest:
        return Nearness.LEGS_REST
    light = race.priority is not RacePriority.C and since <= rest + LIGHT_DAYS
    return Nearness.LIGHT if light else Nearness.FAR
