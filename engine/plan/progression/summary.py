"""How training goes: read off what past sessions come to, at the same cost after ten years.

All of it is of a settled training, so that the latest session is in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from engine.library.model import Library, Measure, Pattern
from engine.plan.athlete.calendar import DAYS, monday_of
from engine.plan.model import Level, Phase
from engine.plan.progression.loads import mass
from engine.plan.progression.model import Training, WeekDone, strength

WEEK = timedelta(days=DAYS)


@dataclass(frozen=True)
class Course:
    """How an exercise, or a family of them, has gone."""

    now: Level
    """What was done last, on its weaker side."""
    began: Level
    """What was done first; the same exercise, or an earlier one of the family."""
    times: int
    """In how many sessions, all of the family together."""

    @property
    def went_up(self) -> bool:
        """Whether it is another exercise now, or asks for more weight or reps than at first."""
        if self.now.exercise != self.began.exercise:
            return True
        return strength(self.now) > _first(self.began)


def together(monday: date, weeks: Iterable[WeekDone]) -> WeekDone:
    """Several weeks as one, dated with a Monday."""
    every = tuple(weeks)
    patterns: Counter[Pattern] = Counter()
    for week in every:
        patterns.update(dict(week.patterns))
    return WeekDone(
        monday,
        sum(week.sessions for week in every),
        sum(week.sets for week in every),
        sum(week.minutes for week in every),
        tuple(patterns.items()),
        sum(week.rises for week in every),
    )


def week_done(training: Training, monday: date) -> WeekDone:
    """What was done in the week from a Monday; nothing is zeros."""
    return weeks_done(training, monday, 1)


def weeks_done(training: Training, monday: date, count: int) -> WeekDone:
    """What was done in so many weeks, the last of them from ``monday`` on; 16 at most are kept."""
    since = monday - (count - 1) * WEEK
    return together(since, (week for week in training.weeks if since <= week.monday <= monday))


def streak_on(training: Training, day: date) -> int:
    """Weeks in a row with a session; this week may still be without one."""
    last = training.weeks[-1].monday if training.weeks else None
    alive = last is not None and monday_of(day) - last <= streak_lasts(training)
    return training.streak if alive else 0


def streak_lasts(training: Training) -> timedelta:
    """From Monday to Monday; after a race the legs may rest for a week, by the coach's own word."""
    raced = bool(training.recent) and training.recent[-1].phase is Phase.RACE_WEEK
    return 2 * WEEK if raced else WEEK


def course_of(training: Training, library: Library, id: str) -> Course | None:
    """How an exercise or a family goes; None where it was never done."""
    done = _done(training, library, id)
    if not done:
        return None
    latest = max(level.last for level in done if level.last)
    now = min((level for level in done if level.last == latest), key=strength)
    began = min(done, key=lambda level: (level.first or latest, _first(level)))
    times: Counter[str] = Counter()
    for level in done:
        times[level.exercise] = max(times[level.exercise], level.times)
    return Course(now, began, times.total())


def best_of(training: Training, library: Library, id: str) -> Level | None:
    """The best of an exercise or a family: the heaviest, then the most; None where there is none.

    A family that mixes reps and seconds is compared in whichever most of its exercises count.
    """
    done = [level for level in _done(training, library, id) if level.best]
    measure = _measure(library, id)
    alike = [each for each in done if library.exercises[each.exercise].measure is measure]
    return max(alike or done, key=_best, default=None)


def _done(training: Training, library: Library, id: str) -> list[Level]:
    family = library.families.get(id)
    members = family.members if family else (id,)
    return [
        level
        for level in training.levels
        if level.exercise in members and level.times and level.exercise in library.exercises
    ]


def _measure(library: Library, id: str) -> Measure | None:
    family = library.families.get(id)
    members = family.members if family else (id,)
    counts = Counter(
        library.exercises[each].measure for each in members if each in library.exercises
    )
    return counts.most_common(1)[0][0] if counts else None


def _first(level: Level) -> tuple[int, int]:
    return mass(level.first_load), level.first_target


def _best(level: Level) -> tuple[int, int]:
    return mass(level.best_load), level.best
