"""Wishes that cannot all be had: one clear sentence each, and the nearest plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.library.model import Gear, Place
from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Ache, Goal, Profile, Topic, Where
from engine.plan.book import Book
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
    planned,
)

EVERY_DAY = {day.value: EASY for day in Weekday}
RUNS = {"tue": EASY, "thu": HARD, "sun": LONG}
RUNNER = athlete(INTERMEDIATE, RUNS, 2, 30, DUMBBELLS_AND_STEP)
HARD_DAILY = {day.value: HARD for day in Weekday}
FOUR_HARD = {"tue": HARD, "wed": HARD, "thu": HARD, "sun": LONG}
NO_DAY: frozenset[Weekday] = frozenset()


def notes_of(profile: Profile, weeks: int = 1) -> list[tuple[str, ...]]:
    return [tuple(n.code for n in week.notes) for week in planned(profile, MONDAY, weeks).weeks]


NOTES = (
    ("four sessions and seven runs", athlete(INTERMEDIATE, EVERY_DAY, 4, 30), ("no_rest_day",)),
    (
        "four and seven, some of them hard",
        athlete(INTERMEDIATE, {**EVERY_DAY, **FOUR_HARD}, 4, 30),
        ("no_rest_day", "fewer_days"),
    ),
    (
        "a hard run every day",
        athlete(INTERMEDIATE, HARD_DAILY, 2, 30),
        ("no_rest_day", "no_day_fits"),
    ),
    ("four long ones for a beginner", athlete(BEGINNER, {}, 4, 45), ("cap_days",)),
    ("four short ones for a beginner", athlete(BEGINNER, {}, 4, 20), ()),
    (
        "a barbell that a beginner does not use yet",
        athlete(BEGINNER, {}, 2, 20, (Gear.BARBELL,)),
        ("gear_unusable",),
    ),
    ("a mat is no equipment to miss", athlete(BEGINNER, {}, 2, 20, (Gear.MAT,)), ()),
    ("one short session", athlete(BEGINNER, {}, 1, 15), ("lacks_push_hinge",)),
    ("one session of twenty minutes", athlete(BEGINNER, {}, 1, 20), ()),
    ("no day at all", athlete(BEGINNER, {}, 2, 20, available=NO_DAY), ("no_day_fits",)),
    ("nothing asked and nothing said", Profile(), ()),
)


@pytest.mark.parametrize(("label", "profile", "notes"), NOTES, ids=[case[0] for case in NOTES])
def test_a_contradiction_is_noted_once(
    label: str, profile: Profile, notes: tuple[str, ...]
) -> None:
    assert notes_of(profile, 3) == [notes, (), ()]


def test_sessions_that_cannot_be_are_fewer_not_none() -> None:
    week = planned(athlete(INTERMEDIATE, {**EVERY_DAY, **FOUR_HARD}, 4, 30)).weeks[0]
    note = next(note for note in week.notes if note.code == "fewer_days")
    assert dict(note.facts) == {"wanted": 4, "placed": len(week.sessions)}
    assert week.sessions


def test_a_hard_run_every_day_leaves_no_day_but_says_why() -> None:
    week = planned(athlete(INTERMEDIATE, HARD_DAILY, 2, 30)).weeks[0]
    assert {day.rest[0].code for day in week.days} == {"run_today"}
    twice = planned(athlete(INTERMEDIATE, HARD_DAILY, 2, 30, double_days=True)).weeks[0]
    assert len(twice.sessions) == 2


def test_without_a_day_or_without_equipment_there_is_no_crash() -> None:
    none = planned(athlete(ADVANCED, RUNS, 3, 60, available=frozenset()), MONDAY, 3)
    assert not any(week.sessions for week in none.weeks)
    assert {day.rest[0].code for day in none.weeks[0].days} == {"not_available", "run_today"}
    bare = planned(athlete(ADVANCED, RUNS, 3, 60)).weeks[0]
    assert all(len(each.workout.exercises) >= 3 for each in bare.sessions)


def test_equipment_of_another_place_is_not_called_useless() -> None:
    places = ((Where.HOME, frozenset({Gear.BARBELL})), (Where.GYM, frozenset(GYM)))
    home_and_gym = replace(RUNNER, places=places, where=Where.GYM)
    assert notes_of(home_and_gym) == [()]


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        (replace(RUNNER, age=12), "too_young"),
        (replace(RUNNER, screening=frozenset({Topic.HEART})), "clearance_first"),
    ],
)
def test_who_may_not_train_gets_no_session_and_one_reason(profile: Profile, code: str) -> None:
    week = planned(profile).weeks[0]
    assert {day.rest[0].code for day in week.days} == {code}
    assert week.notes == ()
    assert not week.sessions


def test_once_cleared_the_plan_is_as_usual() -> None:
    cleared = replace(RUNNER, screening=frozenset({Topic.HEART}), cleared=True)
    assert days_of(planned(cleared).weeks[0]) == days_of(planned(RUNNER).weeks[0])
    waits = planned(Book(RUNNER, needs_clearance=True)).weeks[0]
    assert {day.rest[0].code for day in waits.days} == {"clearance_first"}


def test_pain_everywhere_leaves_something_or_nothing_but_never_what_hurts() -> None:
    everywhere = replace(RUNNER, aches=tuple(Ache(place, 9) for place in Place))
    for each in planned(everywhere).weeks[0].sessions:
        for id in each.workout.exercises:
            assert not LIBRARY.exercises[id].avoid_with


@pytest.mark.parametrize("today", range(7))
def test_a_plan_may_begin_on_any_day(today: int) -> None:
    plan = planned(RUNNER, MONDAY + timedelta(days=today), 2)
    assert plan.weeks[0].start == MONDAY
    assert all(each.day >= MONDAY + timedelta(days=today) for each in plan.weeks[0].sessions)
    assert days_of(plan.weeks[1]) == "tue A, fri B"
    assert plan.weeks[0].notes == ()


# Goals move one slot


GOALS = (
    (Goal.GENERAL, "lunge push_horizontal hip_extension anti_rotation calf_bent lateral_hip"),
    (Goal.RESILIENCE, "lunge push_horizontal lateral_hip hip_extension anti_rotation calf_bent"),
    (Goal.BONE, "lunge push_horizontal hinge anti_rotation calf_bent lateral_hip"),
)


@pytest.mark.parametrize(("goal", "patterns"), GOALS)
def test_a_goal_moves_one_slot(goal: Goal, patterns: str) -> None:
    session = planned(replace(RUNNER, goal=goal)).weeks[0].sessions[1].workout
    assert " ".join(pattern for _, pattern in session.patterns) == patterns


def test_on_trails_a_step_up_takes_the_lunge() -> None:
    advanced = athlete(ADVANCED, RUNS, 2, 30, DUMBBELLS_AND_STEP, goal=Goal.TRAIL)
    assert "loaded_step_up" in planned(advanced).weeks[0].sessions[1].workout.exercises
