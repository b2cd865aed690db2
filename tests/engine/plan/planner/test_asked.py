"""A session begun today: the plan's own, another one, or a few gentle moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.library.model import Pattern, Place
from engine.plan.athlete.days import DayNote, Diary, Readiness
from engine.plan.athlete.profile import Ache, Profile
from engine.plan.athlete.runs import MARATHON_KM, Race, Run
from engine.plan.book import Book
from engine.plan.model import Dosage, Focus, Workout
from engine.plan.planner.asked import mobility, newcomers_session, session_today
from engine.plan.workout.timing import planned_ms
from engine.units import MINUTE
from tests.engine.plan.planner.athletes import (
    DUMBBELLS_AND_STEP,
    EASY,
    HARD,
    INTERMEDIATE,
    LIBRARY,
    LONG,
    MONDAY,
    athlete,
    done,
    planned,
    trained,
)

RUNNER = athlete(
    INTERMEDIATE, {"tue": EASY, "thu": HARD, "sun": LONG}, 2, 30, DUMBBELLS_AND_STEP, impact_ok=True
)


def day(n: int) -> date:
    """So many days after the Monday."""
    return MONDAY + timedelta(days=n)


def asked(
    book: Book | Profile, n: int, focus: Focus | None = None, minutes: int | None = None
) -> Workout:
    whole = Book(book) if isinstance(book, Profile) else book
    return session_today(whole, LIBRARY, day(n), focus, minutes)


def test_nothing_asked_for_on_a_planned_day_is_the_plan() -> None:
    session = planned(RUNNER, day(1)).weeks[0].sessions[0]
    workout = asked(RUNNER, 1)
    assert replace(workout, next_day=None, footing=None) == session.workout
    assert workout.next_day == day(4).isoformat()
    assert asked(RUNNER, 1, Focus.FULL) == workout


@pytest.mark.parametrize("minutes", [5, 12, 20, 45])
def test_minutes_change_the_length_alone(minutes: int) -> None:
    workout = asked(RUNNER, 1, None, minutes)
    assert (workout.kind, workout.minutes) == ("A", minutes)
    assert planned_ms(workout.sets) <= minutes * MINUTE


def test_on_a_rest_day_the_next_session_is_brought_forward() -> None:
    workout = asked(RUNNER, 0)
    assert (workout.kind, workout.day, workout.dosage) == ("A", day(0).isoformat(), Dosage.NORMAL)


ASKED = (
    ("a session of the legs", 0, Focus.LEGS, Dosage.NORMAL),
    ("on the eve of a hard run", 2, Focus.LEGS, Dosage.LIGHT),
    ("upper body minds no run of tomorrow", 2, Focus.UPPER, Dosage.NORMAL),
    ("on the day of a hard run", 3, Focus.LEGS, Dosage.LIGHT),
    ("core alone", 0, Focus.CORE, Dosage.NORMAL),
)


@pytest.mark.parametrize(("label", "n", "focus", "dosage"), ASKED, ids=[a[0] for a in ASKED])
def test_what_is_asked_for_is_given_light_where_it_must(
    label: str, n: int, focus: Focus, dosage: Dosage
) -> None:
    workout = asked(RUNNER, n, focus)
    assert (workout.focus, workout.dosage) == (focus, dosage)
    light = workout.dosage is Dosage.LIGHT
    assert (workout.reasons[0].code == "asked_light") is light
    assert not any("pogo" in id for id in workout.exercises)


@pytest.mark.parametrize("since", [0, 1])
def test_legs_asked_for_again_within_a_day_are_light(since: int) -> None:
    book = Book(RUNNER, trained(done(day(1 - since), "A")))
    assert asked(book, 1).dosage is Dosage.LIGHT
    assert asked(book, 1, Focus.UPPER).dosage is Dosage.NORMAL


def test_what_is_asked_for_right_before_a_race_is_light() -> None:
    racing = replace(RUNNER, run_days=(), races=(Race(day(5), MARATHON_KM),))
    assert asked(racing, 3, Focus.FULL).dosage is Dosage.LIGHT


def test_a_session_knows_where_its_exercises_stand() -> None:
    footing = asked(RUNNER, 1).footing
    assert footing is not None
    assert footing.may_rise
    assert footing.gear == set(DUMBBELLS_AND_STEP)


def test_nothing_rises_from_a_tired_day_or_in_a_week_with_a_much_longer_run() -> None:
    tired = Book(RUNNER, diary=Diary((DayNote(day(1), readiness=Readiness.AMBER),)))
    runs = (Run(day(-8), LONG, True, 10_000), Run(day(0), LONG, True, 15_000))
    for book in (tired, Book(RUNNER, runs=runs)):
        footing = asked(book, 1).footing
        assert footing is not None
        assert not footing.may_rise


def test_before_there_is_a_profile_the_first_session_is_easy_and_the_next_goes_on() -> None:
    first = newcomers_session(Book(), LIBRARY, MONDAY, None, None)
    assert (first.kind, first.gear, first.next_day) == ("A", frozenset(), day(2).isoformat())
    assert first.reasons[0].code == "first_session"
    later = Book(training=trained(done(MONDAY, "A")))
    second = newcomers_session(later, LIBRARY, day(2), None, 15)
    assert (second.kind, second.minutes) == ("B", 15)
    legs = newcomers_session(later, LIBRARY, day(2), Focus.LEGS, None)
    assert (legs.kind, legs.focus) == ("", Focus.LEGS)


def test_ten_gentle_minutes_hold_one_set_of_each_kind() -> None:
    workout = mobility(Book(RUNNER), LIBRARY, MONDAY)
    assert workout.sets_by_exercise == {
        "hip_hinge_drill": 1,
        "bird_dog": 1,
        "glute_bridge": 1,
        "side_lying_leg_raise": 1,
    }
    assert planned_ms(workout.sets) <= 10 * MINUTE
    assert workout.next_day == day(1).isoformat()


def test_gentle_moves_spare_what_hurts_and_the_floor() -> None:
    stiff = replace(RUNNER, floor_ok=False, aches=(Ache(Place.KNEE, 5),))
    workout = mobility(Book(stiff), LIBRARY, MONDAY)
    assert workout.exercises
    for id in workout.exercises:
        exercise = LIBRARY.exercises[id]
        assert Place.KNEE not in exercise.avoid_with
        assert exercise.pattern in (Pattern.HINGE, Pattern.HIP_EXTENSION, Pattern.ANTI_ROTATION)
