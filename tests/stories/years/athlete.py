"""Who lives the year: a profile, a body, and habits that a coach has to live with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from engine.library.model import Place
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import RunKind

Levels = Callable[[int], int]


@dataclass(frozen=True)
class Injury:
    """Something that truly hurts when it is loaded, from 0 to 10 by the day since it began."""

    place: Place
    began: date
    level: Levels
    over: int
    """Days until it is gone for good."""

    def hurts(self, day: date) -> int:
        since = (day - self.began).days
        return self.level(since) if 0 <= since < self.over else 0

    def ended_by(self, day: date) -> bool:
        return (day - self.began).days >= self.over


@dataclass(frozen=True)
class Spell:
    """Days in a row on which something is different."""

    first: date
    days: int

    def __contains__(self, day: date) -> bool:
        return timedelta(0) <= day - self.first < timedelta(self.days)


def within(day: date, spells: Iterable[Spell]) -> bool:
    """Whether a day is in one of them."""
    return any(day in spell for spell in spells)


@dataclass(frozen=True, eq=False)
class Person:
    """One athlete for a year. Shares are of 1."""

    name: str
    """Also that of the golden file."""
    about: str
    seed: int
    profile: Profile
    start: date
    weight_kg: float
    rung: float
    """Ability in rungs of the ladders: 2 a beginner, 4 an intermediate, 6 an advanced athlete."""
    gain: float
    ceiling: float
    misses: float = 0.06
    """Of the sessions, without a word."""
    silent: float = 0.15
    """Of the sets: done as asked, and nothing said."""
    answers: float = 0.8
    """Of the questions how it felt."""
    easy_from: int = 5
    """Reps in reserve from which a set is called too easy."""
    stops: float = 0.01
    """Of the sessions, in the middle."""
    skips: float = 0.01
    """Of the exercises."""
    short: float = 0.04
    """Of the sessions, with ten minutes less."""
    tired: float = 0.04
    """Of the mornings."""
    more: float = 0.0
    """Of the rest days, on which a session is asked for all the same."""
    surprise: float = 0.02
    """Of the easy runs, run hard, and told after."""
    runs_km: Mapping[RunKind, float] = field(default_factory=dict)
    spike: date | None = None
    """A long run half as long again as any before."""
    away: tuple[Spell, ...] = ()
    """No session, and no word to the coach."""
    travels: tuple[Spell, ...] = ()
    """Without any gear; the coach is told each day."""
    ill: tuple[Spell, ...] = ()
    injury: Injury | None = None
