"""What the athlete was told holds: sessions move for good reason, and a hard run is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.library.load import embedded_library
from engine.library.model import Experience
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.days import DayNote, Diary
from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import Run, RunKind
from engine.plan.book import Book
from engine.plan.model import Dosage
from engine.plan.planner.plan import plan_weeks

LIBRARY = embedded_library()
MON, TUE, WED, THU, FRI, SAT = (date(2026, 11, 23 + n) for n in range(6))
RUNNER = Profile(
    experience=Experience.INTERMEDIATE,
    run_days=(
        (Weekday.TUE, RunKind.EASY),
        (Weekday.THU, RunKind.HARD),
        (Weekday.SUN, RunKind.LONG),
    ),
)


def days(book: Book, today: date = MON) -> list[date]:
    return [session.day for session in plan_weeks(book, LIBRARY, today).weeks[0].sessions]


def counted_on(*told: date) -> Diary:
    return Diary(tuple(DayNote(day, told=True) for day in told))


def test_a_run_that_makes_no_difference_moves_no_session_that_was_told() -> None:
    moved_to_wednesday = Diary(
        (DayNote(TUE, off=True), DayNote(WED, pinned=True, told=True), DayNote(FRI, told=True))
    )
    easy_run = Run(MON, RunKind.EASY, done=True)
    assert days(Book(RUNNER, runs=(easy_run,), diary=moved_to_wednesday)) == [WED, FRI]


@pytest.mark.parametrize("kind", [RunKind.HARD, RunKind.LONG])
def test_a_hard_run_that_nobody_expected_moves_the_session_of_the_next_day(kind: RunKind) -> None:
    easier_week = replace(RUNNER, run_days=(RUNNER.run_days[0], RUNNER.run_days[2]))
    book = Book(easier_week, diary=counted_on(TUE, FRI))
    assert days(book) == [TUE, FRI]
    assert days(replace(book, runs=(Run(MON, kind, done=True),))) == [WED, FRI]


def test_where_no_other_day_is_better_the_session_after_it_is_light() -> None:
    book = Book(RUNNER, runs=(Run(MON, RunKind.HARD, done=True),), diary=counted_on(TUE, FRI))
    first = plan_weeks(book, LIBRARY, MON).weeks[0].sessions[0]
    assert (first.day, first.workout.dosage) == (TUE, Dosage.LIGHT)
    assert "after_sudden" in [reason.code for reason in first.workout.reasons]


def test_the_hard_run_of_the_usual_week_is_no_surprise() -> None:
    done = Run(THU, RunKind.HARD, done=True)
    book = Book(RUNNER, diary=counted_on(TUE, FRI))
    assert days(book) == days(replace(book, runs=(done,))) == [TUE, FRI]


def test_a_day_that_has_become_illegal_is_left_although_it_was_told() -> None:
    intervals = Run(FRI, RunKind.HARD)
    after = days(Book(RUNNER, runs=(intervals,), diary=counted_on(TUE, FRI)))
    assert FRI not in after
