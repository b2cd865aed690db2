"""A plan: weeks of days, each with its runs and at most one session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.plan.athlete.runs import Run
from engine.plan.model import Phase, Workout
from engine.plan.reasons import Reason
from engine.units import Ms


@dataclass(frozen=True)
class PlannedSession:
    """A session on a day. Its workout holds kind, focus, dosage, phase and reasons."""

    day: date
    workout: Workout
    length: Ms
    """By the time model, every set in the middle of its range; never over the minutes."""


@dataclass(frozen=True)
class PlannedDay:
    """One day of a plan."""

    day: date
    runs: tuple[Run, ...]
    session: PlannedSession | None = None
    rest: tuple[Reason, ...] = ()
    """Why there is no session."""
    done: bool = False
    """A session was done on this day already."""


@dataclass(frozen=True)
class PlannedWeek:
    """Seven days from a Monday."""

    start: date
    phase: Phase
    days: tuple[PlannedDay, ...]
    notes: tuple[Reason, ...] = ()
    """What could not be as it was asked for, and why."""
    cost_twelfths: int = 0
    """The soft cost of the placement, in twelfths: spacings are fractions of a week."""

    @property
    def sessions(self) -> tuple[PlannedSession, ...]:
        return tuple(day.session for day in self.days if day.session)


@dataclass(frozen=True)
class Plan:
    """Weeks one after the other."""

    weeks: tuple[PlannedWeek, ...]

    @property
    def days(self) -> Iterator[PlannedDay]:
        return (day for week in self.weeks for day in week.days)

    def on(self, day: date) -> PlannedDay | None:
        """The day of the plan; None outside its weeks."""
        return next((planned for planned in self.days if planned.day == day), None)

    def after(self, day: date) -> PlannedSession | None:
        """The next session after a day."""
        later = (planned.session for planned in self.days if planned.day > day)
        return next((session for session in later if session), None)
