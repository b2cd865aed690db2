"""What each day brings before any session is placed: runs, races, and the athlete's own word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from engine.plan.athlete.calendar import DAYS, days_from, weekday_of
from engine.plan.athlete.runs import Race, RacePriority, Run, RunKind
from engine.plan.book import Book
from engine.plan.planner.races import NearRace, near_race

ONE_DAY = timedelta(days=1)
AROUND = 2
"""Days from which a race for fun reaches into a week."""
_HARDEST_FIRST = (RunKind.RACE, RunKind.LONG, RunKind.HARD, RunKind.EASY, RunKind.CROSS)


def runs_on(book: Book, day: date) -> tuple[Run, ...]:
    """A day's runs: a race alone, else those told for the date, else those of the usual week."""
    if any(race.day == day for race in book.profile.races):
        return (Run(day, RunKind.RACE),)
    dated = tuple(run for run in book.runs if run.day == day)
    if dated:
        return dated
    kind = dict(book.profile.run_days).get(weekday_of(day))
    return (Run(day, kind),) if kind else ()


def races_of(book: Book, days: Iterable[date]) -> Iterator[Race]:
    """The races on file, and runs of the usual week or of a date that are races for fun."""
    yield from book.profile.races
    on_file = {race.day for race in book.profile.races}
    usual = {weekday for weekday, kind in book.profile.run_days if kind is RunKind.RACE}
    told = {run.day for run in book.runs if run.kind is RunKind.RACE}
    for day in days:
        maybe = day in told or weekday_of(day) in usual
        if maybe and day not in on_file and hardest(runs_on(book, day)) is RunKind.RACE:
            yield Race(day, priority=RacePriority.C)


def hardest(runs: Iterable[Run]) -> RunKind | None:
    """The most demanding kind of a day's runs; None for a rest day."""
    kinds = {run.kind for run in runs}
    return next((kind for kind in _HARDEST_FIRST if kind in kinds), None)


@dataclass(frozen=True)
class RunWeek:
    """Seven days from a Monday with their runs."""

    start: date
    runs: tuple[tuple[Run, ...], ...]
    sudden: tuple[bool, ...]
    """Of the day before each day: a demanding run was done that the usual week does not have."""
    before: RunKind | None
    """The hardest run of the Sunday before."""
    after: RunKind | None
    """The hardest run of the Monday after."""

    @cached_property
    def days(self) -> tuple[date, ...]:
        return days_from(self.start)

    @cached_property
    def kinds(self) -> tuple[RunKind | None, ...]:
        """The hardest run of each day; None for a rest day."""
        return tuple(hardest(runs) for runs in self.runs)

    @cached_property
    def rest_days(self) -> int:
        return sum(kind is None for kind in self.kinds)

    def after_sudden(self, index: int) -> bool:
        """Whether the day before had a demanding run that nobody expected."""
        return self.sudden[index]

    def previous(self, index: int) -> RunKind | None:
        return self.kinds[index - 1] if index else self.before

    def following(self, index: int) -> RunKind | None:
        return self.kinds[index + 1] if index + 1 < DAYS else self.after


def run_week(book: Book, start: date) -> RunWeek:
    """The run week from a Monday, with what is next to it."""
    days = days_from(start)
    before, *runs, after = (
        runs_on(book, day) for day in (start - ONE_DAY, *days, days[-1] + ONE_DAY)
    )
    sudden = tuple(_sudden(book, day) for day in (start - ONE_DAY, *days[:-1]))
    return RunWeek(start, tuple(runs), sudden, hardest(before), hardest(after))


def _sudden(book: Book, day: date) -> bool:
    usual = dict(book.profile.run_days).get(weekday_of(day))
    done = (run for run in book.runs if run.day == day and run.done)
    expected = usual is not None and usual.demanding
    return not expected and any(run.kind.demanding for run in done)


def near_races(book: Book, week: RunWeek) -> tuple[NearRace, ...]:
    """Each day's place around a race."""
    around = days_from(week.start - AROUND * ONE_DAY, DAYS + 2 * AROUND)
    races = tuple(races_of(book, around))
    return tuple(near_race(day, races) for day in week.days)
