"""What a planned exercise asks for: where the athlete stands, and when less."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from engine.library.model import Gear, Pattern, Place
from engine.plan.athlete.profile import Ache, Profile
from engine.plan.athlete.runs import MARATHON_KM, Race
from engine.plan.book import Book
from engine.plan.model import Level, PlannedSet
from engine.plan.progression.model import ExerciseResult, Training
from engine.units import Load, Side
from tests.engine.plan.planner.athletes import (
    BEGINNER,
    DUMBBELLS_AND_STEP,
    INTERMEDIATE,
    LIBRARY,
    MONDAY,
    athlete,
    done,
    planned,
    trained,
)

RUNNER = athlete(INTERMEDIATE, {}, 2, 30, DUMBBELLS_AND_STEP)
YESTERDAY = MONDAY - timedelta(days=3)


def stands_at(*levels: Level, **fields: object) -> Training:
    """A past of one session three days ago, and where it led."""
    return replace(trained(done(YESTERDAY, "B")), levels=levels, **fields)  # type: ignore[arg-type]


def first_set(profile: Profile, training: Training, id: str, week: int = 1) -> PlannedSet:
    plan = planned(Book(profile, training), MONDAY, week)
    sets = (s for each in plan.weeks[-1].sessions for s in each.workout.sets)
    return next(planned for planned in sets if planned.exercise == id)


def test_an_exercise_asks_for_where_it_stands() -> None:
    squat = first_set(
        RUNNER, stands_at(Level("goblet_squat", None, 11, Load.of(16))), "goblet_squat"
    )
    assert (squat.target, squat.load) == (11, Load.of(16))


def test_of_two_sides_the_weaker_leads() -> None:
    sides = (Level("side_plank", Side.LEFT, 35), Level("side_plank", Side.RIGHT, 25))
    assert first_set(RUNNER, stands_at(*sides), "side_plank").target == 25


def test_reps_beyond_the_range_are_asked_for_while_a_large_step_is_earned() -> None:
    row = Level("bent_over_row", None, 15, Load.of(10))
    assert first_set(RUNNER, stands_at(row), "bent_over_row").target == 15


def test_a_missed_target_brings_half_a_minute_of_rest_more() -> None:
    missed = Level("goblet_squat", None, 10, Load.of(16), fails=1)
    usual = replace(missed, fails=0)
    rests = [
        max(
            s.rest_ms
            for s in planned(Book(RUNNER, stands_at(level))).weeks[0].sessions[0].workout.sets
            if s.exercise == "goblet_squat"
        )
        for level in (missed, usual)
    ]
    assert rests[0] >= rests[1]
    row = Level("bent_over_row", None, 10, fails=1)
    ends_a_pair = first_set(RUNNER, stands_at(row), "bent_over_row")
    assert ends_a_pair.rest_ms == first_set(RUNNER, stands_at(), "bent_over_row").rest_ms + 30_000


@pytest.mark.parametrize(("ache", "target"), [(0, 14), (1, 8), (2, 8)])
def test_what_is_tender_stays_at_the_low_end(ache: int, target: int) -> None:
    sore = replace(RUNNER, aches=(Ache(Place.CALF, ache),))
    calf = tuple(Level("one_leg_calf_raise_step", side, 14) for side in Side)
    assert first_set(sore, stands_at(*calf), "one_leg_calf_raise_step").target == target


def test_before_a_race_lowerings_are_no_slower_than_usual() -> None:
    slow = Level("plank_leg_lift", None, 30)
    squat = Level("goblet_squat", None, 8, Load.of(16), slower_s=1)
    racing = replace(RUNNER, races=(Race(MONDAY + timedelta(days=13), MARATHON_KM),))
    lowerings = [
        (first_set(profile, stands_at(squat, slow), "goblet_squat", week).tempo or None)
        for profile, week in ((RUNNER, 1), (racing, 1), (racing, 2))
    ]
    assert [tempo.lower for tempo in lowerings if tempo] == [4, 3, 3]


def test_lighter_loads_are_weights_that_are_owned_but_not_for_what_takes_plates() -> None:
    owner = athlete(
        *(INTERMEDIATE, {}, 2, 30, (Gear.DUMBBELL, Gear.BARBELL)),
        weights=tuple(Load.of(kg) for kg in (8, 12, 16, 20)),
    )
    back = replace(stands_at(Level("goblet_squat", None, 10, Load.of(20))), loading_weeks=4)
    easy = first_set(owner, replace(back, loading_week=MONDAY - timedelta(days=7)), "goblet_squat")
    assert easy.load == Load.of(16)


def test_a_set_that_was_earned_is_given_while_legs_have_room_for_it() -> None:
    newcomer = athlete(BEGINNER, {}, 3, 60)
    first = MONDAY - timedelta(days=200)
    level = Level("bw_squat", None, 12, more_sets=2)
    profile = replace(newcomer, days_per_week=1)
    lunges = Level("split_squat", Side.LEFT, 10, more_sets=2)
    with_room = first_set(profile, stands_at(level, lunges, first=first), "split_squat")
    assert with_room.of == 5
    full = [
        sum(
            sets
            for id, sets in each.workout.sets_by_exercise.items()
            if LIBRARY.exercises[id].pattern
            in {Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE, Pattern.HIP_EXTENSION}
        )
        for each in planned(Book(newcomer, stands_at(level, lunges, first=first))).weeks[0].sessions
    ]
    assert sum(full) <= 12


def test_jumps_of_this_week_so_far_count() -> None:
    """Twice a week at most: what was jumped on Monday leaves one session for jumping."""
    jumper = athlete(INTERMEDIATE, {}, 3, 30, DUMBBELLS_AND_STEP, impact_ok=True)
    pogo = LIBRARY.exercises["pogo_fast"]
    jumps = ExerciseResult(pogo.id, None, pogo.measure, 20, (20, 20, 20))
    squat = ExerciseResult("bw_squat", None, LIBRARY.exercises["bw_squat"].measure, 10, (10,))

    def jumping(*results: ExerciseResult) -> list[bool]:
        book = Book(jumper, trained(done(MONDAY, "A", *results)))
        week = planned(book, MONDAY + timedelta(days=1)).weeks[0]
        return [any("pogo" in id for id in each.workout.exercises) for each in week.sessions]

    assert jumping(jumps, squat) == [True, False]
    assert jumping(squat) == [True, True]
