"""A year lived week by week: planned, trained or missed, folded, and planned again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from random import Random

import pytest

from engine.plan.athlete.profile import Profile
from engine.plan.athlete.runs import Race
from engine.plan.book import Book
from engine.plan.model import Effort, Phase, Workout
from engine.plan.planner.asked import reach_of
from engine.plan.planner.model import PlannedWeek
from engine.plan.progression.fold import with_session
from engine.plan.progression.model import ExerciseResult, SessionResult
from tests.engine.plan.planner.athletes import (
    ADVANCED,
    BEGINNER,
    DUMBBELLS_AND_STEP,
    EASY,
    GYM,
    HARD,
    INTERMEDIATE,
    LIBRARY,
    LONG,
    MONDAY,
    athlete,
    planned,
)
from tests.engine.plan.planner.keeping import Case
from tests.engine.plan.planner.keeping_sessions import ALL_RULES

RUNS = {"tue": EASY, "thu": HARD, "sun": LONG}
RACE = Race(MONDAY + timedelta(days=160))
LIVES = (
    ("steady", athlete(BEGINNER, RUNS, 2, 20), 1.0),
    ("often absent", athlete(BEGINNER, RUNS, 3, 30, GYM), 0.4),
    ("split in four", athlete(INTERMEDIATE, RUNS, 4, 45, GYM, impact_ok=True), 0.9),
    ("racing", athlete(ADVANCED, RUNS, 2, 30, DUMBBELLS_AND_STEP, races=(RACE,)), 0.95),
    ("at seventy", athlete(INTERMEDIATE, {"tue": EASY}, 3, 30, age=70), 0.85),
)


def trained_on(workout: Workout, day: date, rng: Random) -> SessionResult:
    """How a session went: mostly as asked, at times easier or harder."""
    results = []
    for id in workout.exercises:
        sets = [each for each in workout.sets if each.main and each.exercise == id]
        (effort,) = rng.choices([*Effort, None], (2, 6, 1, 1))
        for side in dict.fromkeys(each.side for each in sets):
            asked = [each for each in sets if each.side is side]
            less = rng.random() < 0.07
            results.append(
                ExerciseResult(
                    *(id, side, asked[0].measure, asked[0].target),
                    tuple(max(1, each.target - 2 * less) for each in asked),
                    asked[0].load,
                    said=True,
                    effort=effort,
                    failed=less,
                )
            )
    return SessionResult(
        str(day),
        day,
        *(workout.kind, workout.legs, workout.dosage, workout.phase, True, workout.minutes),
        tuple(results),
    )


def lived(book: Book, diligence: float, rng: Random) -> list[tuple[Case, PlannedWeek]]:
    """Every week as it was planned on its Monday, and once more as it stood on Friday."""
    weeks = []
    for number in range(52):
        monday = MONDAY + timedelta(weeks=number)
        plan = planned(book, monday)
        weeks.append((Case(book, monday, plan), plan.weeks[0]))
        for each in plan.weeks[0].sessions:
            if rng.random() < diligence and each.day < monday + timedelta(days=4):
                book = after(book, trained_on(each.workout, each.day, rng))
        friday = monday + timedelta(days=4)
        again = planned(book, friday)
        weeks.append((Case(book, friday, again), again.weeks[0]))
        for each in again.weeks[0].sessions:
            if rng.random() < diligence:
                book = after(book, trained_on(each.workout, each.day, rng))
    return weeks


def after(book: Book, result: SessionResult) -> Book:
    return replace(
        book, training=with_session(book.training, result, reach_of(book.profile, LIBRARY))
    )


@pytest.mark.parametrize(("label", "profile", "diligence"), LIVES, ids=[life[0] for life in LIVES])
def test_no_week_of_a_lived_year_breaks_a_rule(
    label: str, profile: Profile, diligence: float
) -> None:
    weeks = lived(Book(profile), diligence, Random(label))
    wrong = [
        (name, week.start, found)
        for case, week in weeks
        for name, rule in ALL_RULES.items()
        for found in rule(case)
    ]
    assert wrong == []


@pytest.mark.parametrize(("label", "profile", "diligence"), LIVES, ids=[life[0] for life in LIVES])
def test_easy_weeks_come_in_time_and_never_two_in_a_row(
    label: str, profile: Profile, diligence: float
) -> None:
    weeks = lived(Book(profile), diligence, Random(label))
    phases = [week.phase for case, week in weeks if case.today == week.start]
    assert Phase.DELOAD in phases or diligence < 0.5
    for phase, following in pairwise(phases):
        assert not (phase is following is Phase.DELOAD)
    if diligence == 1.0:
        building = [len(list(run)) for phase, run in groupby(phases) if phase is Phase.BUILD]
        assert max(building) == 6
        assert phases.count(Phase.DELOAD) == 7
