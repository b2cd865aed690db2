"""Weeks of building and easy ones in between, and what a long break does to both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.library.model import Experience
from engine.plan.athlete.days import DayNote, Diary, Readiness
from engine.plan.athlete.profile import Goal
from engine.plan.book import Book
from engine.plan.model import Dosage, Phase, Workout
from engine.plan.planner.plan import LONGEST_PLAN
from engine.plan.progression.fold import with_session
from engine.plan.progression.model import ExerciseResult, SessionResult, Training
from engine.plan.progression.outcome import Reach
from engine.units import Load
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
    days_of,
    done,
    planned,
    trained,
)

RUNS = {"tue": EASY, "thu": HARD, "sun": LONG}
LIFTER = athlete(INTERMEDIATE, RUNS, 2, 45, GYM)
RUNNER = athlete(INTERMEDIATE, RUNS, 2, 30, DUMBBELLS_AND_STEP, impact_ok=True)


def day(n: int) -> date:
    """So many days after the Monday."""
    return MONDAY + timedelta(days=n)


def weeks_of(count: int, phase: Phase = Phase.BUILD) -> Training:
    """So many weeks of two sessions, up to the one before the Monday."""
    days = (day(7 * week + n) for week in range(-count, 0) for n in (1, 4))
    return trained(*(done(each, "AB"[each.weekday() == 4], phase=phase) for each in days))


@pytest.mark.parametrize(
    ("experience", "loading"), [(BEGINNER, 6), (INTERMEDIATE, 4), (ADVANCED, 4)]
)
def test_every_few_loading_weeks_one_is_easy(experience: Experience, loading: int) -> None:
    profile = replace(RUNNER, experience=experience)
    phases = [week.phase for week in planned(profile, MONDAY, 53).weeks]
    block = [*[Phase.BUILD] * loading, Phase.DELOAD]
    assert phases == (block * 53)[:53]


@pytest.mark.parametrize(("trained_weeks", "easy_in"), [(1, 3), (3, 1), (4, 0), (5, 0)])
def test_weeks_that_were_trained_count(trained_weeks: int, easy_in: int) -> None:
    phases = [
        week.phase for week in planned(Book(RUNNER, weeks_of(trained_weeks)), MONDAY, 5).weeks
    ]
    assert phases.index(Phase.DELOAD) == easy_in


def test_an_easy_week_stays_easy_once_it_has_begun() -> None:
    before = weeks_of(4)
    training = trained_more(before, done(day(1), "A", phase=Phase.DELOAD, dosage=Dosage.LIGHT))
    plan = planned(Book(RUNNER, training), day(2), 2)
    assert [week.phase for week in plan.weeks] == [Phase.DELOAD, Phase.BUILD]
    assert days_of(plan.weeks[0]) == "fri B light"


def test_each_block_brings_a_new_exercise_or_two_but_no_easy_week_does() -> None:
    plan = planned(replace(LIFTER, impact_ok=False), MONDAY, 6).weeks
    chosen = [{id for s in week.sessions for id in s.workout.exercises} for week in plan]
    assert chosen[4] <= chosen[3]
    assert 1 <= len(chosen[5] - chosen[4]) <= 2


def test_in_the_middle_of_an_easy_week_its_exercises_stay() -> None:
    monday = planned(Book(LIFTER, weeks_of(4))).weeks[0]
    begun = trained_more(weeks_of(4), done(day(1), "A", phase=Phase.DELOAD, dosage=Dosage.LIGHT))
    later = planned(Book(LIFTER, begun), day(2)).weeks[0]
    assert later.sessions[-1].workout.exercises == monday.sessions[-1].workout.exercises


def trained_more(training: Training, *sessions: SessionResult) -> Training:
    for session in sessions:
        training = with_session(training, session, Reach(LIBRARY, ADVANCED))
    return training


def test_an_easy_week_halves_sets_lightens_loads_and_leaves_the_jumps_out() -> None:
    goblet = LIBRARY.exercises["goblet_squat"]
    result = ExerciseResult(goblet.id, None, goblet.measure, 10, (10, 10), Load.of(20))
    training = trained_more(weeks_of(4), done(day(-1), "A", result))
    easy = planned(Book(replace(RUNNER, run_days=()), training)).weeks[0]
    assert easy.phase is Phase.DELOAD
    for each in easy.sessions:
        main = [planned for planned in each.workout.sets if planned.main]
        assert {planned.rir for planned in main} == {4}
        assert max(planned.of for planned in main) <= 2
        assert not any("pogo" in planned.exercise for planned in main)
        assert {p.load for p in main if p.exercise == "goblet_squat"} <= {Load.of(18)}
    assert easy.sessions[0].workout.reasons[0].code == "phase_deload"


def test_a_week_off_makes_an_easy_one_needless() -> None:
    rested = weeks_of(4)
    later = planned(Book(RUNNER, rested), day(14), 6).weeks
    assert [week.phase for week in later][:5] == [*[Phase.BUILD] * 4, Phase.DELOAD]


def test_much_that_went_wrong_brings_the_easy_week_forward() -> None:
    failing = [
        ExerciseResult(id, None, LIBRARY.exercises[id].measure, 10, (10, 6), failed=True)
        for id in ("bw_squat", "push_up")
    ]
    training = trained(done(day(-6), "A", *failing))
    tired = Diary(tuple(DayNote(day(-n), readiness=Readiness.AMBER) for n in (2, 4, 6)))
    assert planned(Book(RUNNER, training)).weeks[0].phase is Phase.BUILD
    assert planned(Book(RUNNER, training, diary=tired)).weeks[0].phase is Phase.DELOAD


GAPS = (
    (10, "usual", 100, False),
    (12, "repeats", 100, False),
    (20, "a set less", 90, True),
    (40, "two sets", 80, True),
    (100, "two sets, a rung down", 65, True),
)


@pytest.mark.parametrize(("gap", "what", "percent", "comeback"), GAPS, ids=[g[1] for g in GAPS])
def test_the_longer_the_break_the_gentler_the_first_session(
    gap: int, what: str, percent: int, comeback: bool
) -> None:
    goblet, plank = LIBRARY.exercises["goblet_squat"], LIBRARY.exercises["plank_leg_lift"]
    results = (
        ExerciseResult(goblet.id, None, goblet.measure, 10, (10, 10), Load.of(20)),
        ExerciseResult(plank.id, None, plank.measure, 30, (30, 30)),
    )
    runner = replace(RUNNER, run_days=(), impact_ok=False)
    first = MONDAY - timedelta(days=400)
    training = trained(
        done(first, "A", *results), done(MONDAY - timedelta(days=gap), "B", *results)
    )
    training = replace(training, layoff=None)
    first_back = planned(Book(runner, training)).weeks[0].sessions[0].workout
    assert load_of(first_back) == Load.of(20 * percent / 100)
    assert ("comeback" in {reason.code for reason in first_back.reasons}) is comeback
    most = max(planned.of for planned in first_back.sets if planned.main)
    assert most <= (3 if gap <= 14 else 2)
    assert ("plank_leg_lift" in first_back.exercises) is (gap < 57)


def load_of(workout: Workout) -> Load | None:
    return next((p.load for p in workout.sets if p.exercise == "goblet_squat"), None)


def test_a_year_ahead_is_not_taken_for_a_year_missed() -> None:
    plan = planned(Book(RUNNER, weeks_of(2)), MONDAY, 53)
    codes = {
        reason.code for week in plan.weeks for s in week.sessions for reason in s.workout.reasons
    }
    assert "comeback" not in codes


def test_who_tells_of_a_long_break_begins_with_two_sets_on_easier_rungs_for_three_weeks() -> None:
    back = replace(RUNNER, goal=Goal.COMEBACK)
    plan, usual = planned(back, MONDAY, 4).weeks, planned(RUNNER, MONDAY, 4).weeks
    for week in plan[:3]:
        main = [p for each in week.sessions for p in each.workout.sets if p.main]
        assert {p.rir for p in main} == {4}
        assert max(p.of for p in main) == 2
        assert all("comeback" in {r.code for r in each.workout.reasons} for each in week.sessions)
    assert plan[3] == usual[3]


def test_a_plan_is_a_year_long_at_most_and_a_week_at_least() -> None:
    assert len(planned(RUNNER, MONDAY, 500).weeks) == LONGEST_PLAN
    assert len(planned(RUNNER, MONDAY, 0).weeks) == 1
