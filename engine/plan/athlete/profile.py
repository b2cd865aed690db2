"""What the athlete has told about themselves. Every field can be asked and changed by voice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.runs import Race, RunKind
from engine.units import Load, Side, Unit

FEWEST_DAYS, MOST_DAYS = 1, 4
"""Strength sessions a week that can be asked for."""
SHORTEST, LONGEST = 15, 60
"""Minutes of a session that can be asked for as a habit; a single one may be shorter."""
YOUNGEST, ADULT, OLDER = 13, 18, 65
"""Years: below the first the coach declines, below the second it is careful, from the third on it
takes longer rests (NSCA 2019)."""


class Where(StrEnum):
    """A place to train, each with its own equipment."""

    HOME = "home"
    GYM = "gym"
    TRAVEL = "travel"


class Goal(StrEnum):
    """What the running is for; moves at most one slot of a session."""

    GENERAL = "general"
    RESILIENCE = "resilience"
    SHORT_RACES = "short_races"
    """5 and 10 km."""
    LONG_RACES = "long_races"
    """Half-marathon and marathon."""
    TRAIL = "trail"
    BONE = "bone"
    """Bone health, above all with age."""
    COMEBACK = "comeback"


class Topic(StrEnum):
    """What is asked before training, in our own words (after the topics of PAR-Q+)."""

    HEART = "heart"
    """A heart condition or high blood pressure."""
    CHEST_PAIN = "chest_pain"
    DIZZINESS = "dizziness"
    """Or fainting, within twelve months."""
    CHRONIC = "chronic"
    """Another long-lasting condition."""
    MEDICATION = "medication"
    JOINTS = "joints"
    """A bone or joint problem that exercise makes worse."""
    SUPERVISED = "supervised"
    """Told to be active under medical supervision alone."""
    PREGNANCY = "pregnancy"
    """Pregnant, or shortly after a birth."""


@dataclass(frozen=True)
class Ache:
    """Pain on file: planned around until the athlete says that it is gone."""

    place: Place
    level: int = 3
    """0 to 10."""
    side: Side | None = None
    since: date | None = None


@dataclass(frozen=True)
class Profile:
    """An athlete's answers; what was not answered holds its default."""

    experience: Experience = Experience.BEGINNER
    age: int | None = None
    days_per_week: int = 2
    minutes: int = 20
    places: tuple[tuple[Where, frozenset[Gear]], ...] = ()
    """Equipment by place; a chair and a wall are everywhere."""
    where: Where = Where.HOME
    weights: tuple[Load, ...] = ()
    """Weights owned, by which loads can rise; none told means any usual one."""
    run_days: tuple[tuple[Weekday, RunKind], ...] = ()
    """The usual week; days without an entry are rest days."""
    races: tuple[Race, ...] = ()
    units: Unit = Unit.KG
    goal: Goal = Goal.GENERAL
    aches: tuple[Ache, ...] = ()
    screening: frozenset[Topic] = frozenset()
    """Topics answered with yes."""
    cleared: bool = False
    """A professional has said yes to training since."""
    available: frozenset[Weekday] = frozenset(Weekday)
    preferred: frozenset[Weekday] = frozenset()
    """None told: all days are as good."""
    double_days: bool = False
    """Strength may follow a hard or long run on the same day, at least six hours later."""
    floor_ok: bool = True
    space: bool = True
    """Four metres to walk."""
    impact_ok: bool = False
    """The gate to jumping was passed."""
    time_zone: str | None = None
    """IANA name."""
    answered: frozenset[str] = frozenset()
    """Interview topics that were answered or waved off."""

    @property
    def gear(self) -> frozenset[Gear]:
        """What is at hand where the athlete usually trains."""
        return self.gear_at(self.where)

    def gear_at(self, where: Where) -> frozenset[Gear]:
        return dict(self.places).get(where, frozenset())

    def with_gear(self, where: Where, gear: frozenset[Gear]) -> Profile:
        return replace(self, places=tuple({**dict(self.places), where: gear}.items()))

    @property
    def older(self) -> bool:
        return self.age is not None and self.age >= OLDER

    @property
    def minor(self) -> bool:
        return self.age is not None and self.age < ADULT

    @property
    def needs_clearance(self) -> bool:
        """A screening topic was answered with yes, and nobody has cleared it."""
        return bool(self.screening) and not self.cleared
