"""Which workout is on: the athlete's own day, what was asked for, what the standing allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.library.model import Experience, Gear, Library
from engine.plan.model import Focus, Workout
from engine.plan.workout.build import build_workout
from engine.plan.workout.shorten import shorter
from engine.plan.workout.templates import LONGEST, SHORTEST
from engine.session.commands import Start
from engine.session.standing import Standing
from engine.units import MINUTE, Instant, Ms
from skill.service.scripts import Scripts

DEFAULT_MINUTES = 20
DAYS_BETWEEN = 2
"""Sessions with legs are at least two days apart (48 hours; docs/architecture.md)."""


@dataclass(frozen=True)
class Wanted:
    """What the athlete asked for, or the defaults."""

    focus: Focus = Focus.FULL
    minutes: int = DEFAULT_MINUTES
    experience: Experience = Experience.BEGINNER
    gear: frozenset[Gear] = frozenset()

    def narrowed(self, start: Start) -> Wanted:
        """With what a start command names; minutes are kept within what can be planned."""
        minutes = self.minutes if start.minutes is None else start.minutes
        return replace(
            self,
            focus=start.focus or self.focus,
            minutes=max(SHORTEST, min(LONGEST, minutes)),
        )


def day_of(at: Instant, zone: tzinfo) -> date:
    """The calendar day that a moment falls on where the athlete is."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(zone).date()


def zone_named(name: str | None, machine: tzinfo) -> tzinfo:
    """The athlete's time zone; the machine's own where none or an unknown one is known."""
    if name is None:
        return machine
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return machine


def workout_for(
    library: Library, wanted: Wanted, standing: Standing, at: Instant, day: date
) -> Workout:
    """The workout of a day. Until there is a profile the first session keeps to low rungs."""
    workout = build_workout(
        library,
        experience=wanted.experience,
        focus=wanted.focus,
        minutes=wanted.minutes,
        gear=wanted.gear,
        week=standing.week_at(at),
        blocked=standing.blocked_at(at),
        first=standing.sessions == 0 and wanted.experience is Experience.BEGINNER,
        targets=dict(standing.targets),
    )
    following = day + timedelta(days=DAYS_BETWEEN)
    return replace(workout, day=day.isoformat(), next_day=following.isoformat())


def workout_as_spoken(
    scripts: Scripts, wanted: Wanted, standing: Standing, at: Instant, day: date
) -> Workout:
    """The workout of a day, fitted to its minutes in the athlete's own verbosity."""
    state = standing.opening(at)
    workout = workout_for(scripts.library, wanted, standing, at, day)
    return fitted(workout, lambda workout: scripts.left(state, at, workout))


MOST_CUTS = 40
"""A workout of an hour has fewer sets to lose."""


def fitted(workout: Workout, lasts: Callable[[Workout], Ms]) -> Workout:
    """Never longer than the minutes asked for, as it is really spoken.

    What can lose nothing more is left as it is: that happens below about ten minutes only.
    """
    for _ in range(MOST_CUTS):
        over = lasts(workout) - workout.minutes * MINUTE
        if over <= 0:
            break
        cut = shorter(workout, Ms(over))
        if cut == workout:
            break
        workout = cut
    return workout
