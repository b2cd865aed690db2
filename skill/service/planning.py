"""Which workout is on: what was asked for, what the plan holds, fitted as it is spoken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from engine.library.model import Library
from engine.plan.book import Book
from engine.plan.model import Focus, Workout
from engine.plan.planner.asked import newcomers_session, session_today
from engine.plan.workout.shorten import shorter
from engine.plan.workout.templates import LONGEST, SHORTEST
from engine.session.commands import Start
from engine.session.standing import Standing
from engine.session.state import State
from engine.units import EPOCH, MINUTE, Ms
from skill.service.scripts import Scripts

REMEMBERED = 256
"""Workouts whose spoken length is known: the same one is asked for several times a day."""


@dataclass(frozen=True)
class Wanted:
    """What the athlete asked for today; None is as planned."""

    focus: Focus | None = None
    minutes: int | None = None

    def narrowed(self, start: Start) -> Wanted:
        """With what a start command names; minutes are kept within what can be planned."""
        minutes = self.minutes if start.minutes is None else start.minutes
        return Wanted(
            focus=start.focus or self.focus,
            minutes=None if minutes is None else max(SHORTEST, min(LONGEST, minutes)),
        )


def workout_for(library: Library, wanted: Wanted, book: Book, day: date) -> Workout:
    """The workout of a day: the plan's, or until there is a profile a newcomer's."""
    told = book.profile.answered
    build = session_today if told else newcomers_session
    return build(book, library, day, wanted.focus, wanted.minutes)


def workout_as_spoken(
    scripts: Scripts, wanted: Wanted, book: Book, standing: Standing, day: date
) -> Workout:
    """The workout of a day, fitted to its minutes in the athlete's own verbosity."""
    return spoken_length(scripts, workout_for(scripts.library, wanted, book, day), standing)


def spoken_length(scripts: Scripts, workout: Workout, standing: Standing) -> Workout:
    """A workout fitted to its minutes as they are really spoken."""
    return _spoken(scripts, workout, standing.opening(EPOCH))


@lru_cache(REMEMBERED)
def _spoken(scripts: Scripts, workout: Workout, state: State) -> Workout:
    """How long words and sets take does not depend on the moment."""
    return fitted(workout, lambda workout: scripts.left(state, EPOCH, workout))


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
