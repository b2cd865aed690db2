"""The rules of a plan, written down a second time: what each finds wrong, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from engine.library.model import Experience
from engine.plan.athlete.calendar import Weekday, weekday_of
from engine.plan.athlete.days import Readiness
from engine.plan.athlete.runs import Race, RacePriority, RunKind
from engine.plan.book import Book
from engine.plan.planner.model import Plan, PlannedDay, PlannedSession

ONE = timedelta(days=1)
BLACKOUT = {RacePriority.A: 3, RacePriority.B: 2, RacePriority.C: 1}
LEGS = {"A", "B", "F", "T", "L1", "L2", "full", "legs"}
UPPER = {"U1", "U2", "upper"}
DEMANDING = {RunKind.HARD, RunKind.LONG, RunKind.RACE}


@dataclass(frozen=True)
class Case:
    """A plan and what it was made from."""

    book: Book
    today: date
    plan: Plan

    @cached_property
    def days(self) -> tuple[PlannedDay, ...]:
        return tuple(self.plan.days)

    @cached_property
    def sessions(self) -> tuple[PlannedSession, ...]:
        return tuple(day.session for day in self.days if day.session)

    @cached_property
    def done(self) -> dict[date, str]:
        """What was done, gentle moves left out."""
        recent = self.book.training.recent
        kinds = {each.day: each.kind or ("full" if each.legs else "upper") for each in recent}
        return {day: kind for day, kind in kinds.items() if kind != "mobility"}

    @cached_property
    def trains(self) -> dict[date, str]:
        """What is done or planned, by day."""
        return {**self.done, **{each.day: each.workout.kind for each in self.sessions}}

    def runs(self, day: date) -> set[RunKind]:
        """A day's runs: a race, else what was told for the date, else the usual week's."""
        if any(race.day == day for race in self.book.profile.races):
            return {RunKind.RACE}
        told = {run.kind for run in self.book.runs if run.day == day}
        usual = dict(self.book.profile.run_days).get(weekday_of(day))
        return told or ({usual} if usual else set())

    @cached_property
    def races(self) -> tuple[Race, ...]:
        """Those on file, and runs that are races for fun."""
        first, last = self.days[0].day, self.days[-1].day
        on_file = self.book.profile.races
        around = (first + n * ONE for n in range(-12, (last - first).days + 12))
        fun = (
            Race(day, priority=RacePriority.C)
            for day in around
            if RunKind.RACE in self.runs(day) and day not in {race.day for race in on_file}
        )
        return (*on_file, *fun)

    @property
    def waits(self) -> bool:
        profile = self.book.profile
        uncleared = self.book.needs_clearance or (profile.screening and not profile.cleared)
        return bool(uncleared) or (profile.age is not None and profile.age < 13)

    def is_first(self, session: PlannedSession) -> bool:
        return session == self.sessions[0]


Rule = Callable[[Case], Iterator[object]]
RULES: dict[str, Rule] = {}


def rule(check: Rule) -> Rule:
    """Register a rule under its function's name."""
    RULES[check.__name__] = check
    return check


# Days


@rule
def not_cleared(case: Case) -> Iterator[object]:
    if case.waits:
        yield from case.sessions


@rule
def past(case: Case) -> Iterator[object]:
    yield from (each.day for each in case.sessions if each.day < case.today)


@rule
def ill(case: Case) -> Iterator[object]:
    for each in case.sessions:
        if case.book.diary.on(each.day).readiness is Readiness.RED:
            yield each.day


@rule
def race_day(case: Case) -> Iterator[object]:
    yield from (each.day for each in case.sessions if RunKind.RACE in case.runs(each.day))


@rule
def blackout(case: Case) -> Iterator[object]:
    for each in case.sessions:
        for race in case.races:
            if 0 <= (race.day - each.day).days <= BLACKOUT[race.priority]:
                yield each.day, race


@rule
def demanding_run(case: Case) -> Iterator[object]:
    if not case.book.profile.double_days:
        for each in case.sessions:
            if case.runs(each.day) & {RunKind.HARD, RunKind.LONG}:
                yield each.day


@rule
def athlete_off(case: Case) -> Iterator[object]:
    yield from (each.day for each in case.sessions if case.book.diary.on(each.day).off)


@rule
def not_available(case: Case) -> Iterator[object]:
    for each in case.sessions:
        asked = case.book.diary.on(each.day).pinned
        if weekday_of(each.day) not in case.book.profile.available and not asked:
            yield each.day


# Weeks


def touching(case: Case, group: set[str]) -> Iterator[object]:
    """Two of a group on days in a row, one of them planned; in a week its Monday follows its
    Sunday."""
    planned = {each.day for each in case.sessions}
    for day in planned:
        beside = {day - ONE, day + ONE}
        if weekday_of(day) is Weekday.SUN:
            beside.add(day - 6 * ONE)
        for other in beside:
            if case.trains[day] in group and case.trains.get(other) in group:
                yield day, other


@rule
def legs_apart(case: Case) -> Iterator[object]:
    yield from touching(case, LEGS)


@rule
def kinds_apart(case: Case) -> Iterator[object]:
    yield from touching(case, UPPER)


@rule
def rest_day_kept(case: Case) -> Iterator[object]:
    for week in case.plan.weeks:
        rest = [day.day for day in week.days if not case.runs(day.day)]
        planned = {each.day for each in week.sessions}
        if rest and planned & set(rest) and all(day in case.trains for day in rest):
            yield week.start


@rule
def after_race(case: Case) -> Iterator[object]:
    for each in case.sessions:
        for race in case.races:
            km, since = race.distance_km, (each.day - race.day).days
            days = 1 if km <= 12 else 3 if km <= 30 else 7 if km <= 43 else 10
            if race.priority is RacePriority.C:
                days = 1
            if each.workout.kind in LEGS and 0 < since <= days:
                yield each.day, race


@rule
def one_before_race(case: Case) -> Iterator[object]:
    for race in case.races:
        if race.priority is RacePriority.A:
            last = [race.day - n * ONE for n in (6, 5, 4)]
            planned = [each.day for each in case.sessions if each.day in last]
            if planned and sum(day in case.trains for day in last) > 1:
                yield race, planned


@rule
def never_more_than_wanted(case: Case) -> Iterator[object]:
    profile = case.book.profile
    most = 3 if profile.experience is Experience.BEGINNER and profile.minutes > 20 else 4
    for week in case.plan.weeks:
        counted = [
            case.done[day.day] for day in week.days if day.day in case.done and day.session is None
        ]
        if profile.days_per_week < 4:
            counted = [kind for kind in counted if kind not in ("upper", "core")]
        room = max(0, min(profile.days_per_week, most) - len(counted))
        if len(week.sessions) > room:
            yield week.start, len(week.sessions), room


@rule
def never_two_a_day(case: Case) -> Iterator[object]:
    yield from (day.day for day in case.days if day.session and day.day in case.done)
