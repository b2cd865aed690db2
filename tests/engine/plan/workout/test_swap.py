"""Swapping an exercise within a session: what is done stays, what is to come changes."""

from __future__ import annotations

import pytest

from engine.library.model import Experience, Gear, Library, Measure
from engine.plan.model import Focus, PlannedSet, RestKind
from engine.plan.workout.build import build_workout
from engine.plan.workout.swap import swapped
from engine.units import Load, Side, seconds


@pytest.fixture
def sets(library: Library) -> tuple[PlannedSet, ...]:
    """Fifteen minutes of squats, rows, one-leg calf raises and planks, two or three sets each."""
    return build_workout(
        library,
        experience=Experience.INTERMEDIATE,
        focus=Focus.FULL,
        minutes=15,
        gear=frozenset({Gear.DUMBBELL}),
        week=5,
    ).sets


def first_of(sets: tuple[PlannedSet, ...], id: str, number: int = 1) -> int:
    return next(i for i, s in enumerate(sets) if s.exercise == id and s.number == number)


def test_a_like_exercise_takes_over_numbers_and_rests(
    library: Library, sets: tuple[PlannedSet, ...]
) -> None:
    new = library.exercises["bw_squat"]
    found = swapped(sets, 0, "goblet_squat", new, target=13, load=Load.of(8))
    assert len(found) == len(sets)
    for before, after in zip(sets, found, strict=True):
        if before.exercise != "goblet_squat":
            assert after == before
        else:
            assert (after.exercise, after.target, after.low, after.high) == ("bw_squat", 13, 10, 15)
            assert (after.tempo, after.load, after.loadable) == (new.tempo, None, False)
            assert (after.number, after.of, after.rir) == (before.number, before.of, before.rir)
            assert (after.rest_ms, after.rest_kind) == (before.rest_ms, before.rest_kind)


def test_sets_already_done_stay_as_they_were(
    library: Library, sets: tuple[PlannedSet, ...]
) -> None:
    start = first_of(sets, "goblet_squat") + 1
    found = swapped(sets, start, "goblet_squat", library.exercises["bw_squat"])
    assert found[:start] == sets[:start]
    assert "goblet_squat" not in {planned.exercise for planned in found[start:]}
    assert found[first_of(found, "bw_squat", 2)].of == sets[start - 1].of


def test_left_and_right_become_one_set(library: Library, sets: tuple[PlannedSet, ...]) -> None:
    new = library.exercises["calf_raise_two"]
    found = swapped(sets, 0, "one_leg_calf_raise", new)
    old = [planned for planned in sets if planned.exercise == "one_leg_calf_raise"]
    replaced = [planned for planned in found if planned.exercise == new.id]
    assert [planned.side for planned in replaced] == [None, None]
    assert [s.rest_ms for s in replaced] == [s.rest_ms for s in old if s.side is Side.RIGHT]
    assert [s.rest_kind for s in replaced] == [s.rest_kind for s in old if s.side is Side.RIGHT]
    assert len(found) == len(sets) - 2


def test_one_set_becomes_left_and_right(library: Library, sets: tuple[PlannedSet, ...]) -> None:
    new = library.exercises["reverse_lunge"]
    found = swapped(sets, 0, "goblet_squat", new)
    at, old = first_of(found, new.id), sets[first_of(sets, "goblet_squat")]
    left, right = found[at : at + 2]
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
    assert (left.number, right.number) == (1, 1)
    assert (left.rest_ms, left.rest_kind) == (0, RestKind.SWITCH)
    assert (right.lead_ms, right.rest_ms) == (seconds(5), old.rest_ms)


@pytest.mark.parametrize(
    ("new", "side"), [("bent_knee_calf_one", Side.RIGHT), ("calf_raise_two", None)]
)
def test_a_swap_at_the_switch_leaves_one_set_to_do(
    library: Library, sets: tuple[PlannedSet, ...], new: str, side: Side | None
) -> None:
    right = first_of(sets, "one_leg_calf_raise") + 1
    found = swapped(sets, right, "one_leg_calf_raise", library.exercises[new])
    assert found[right - 1] == sets[right - 1]
    assert (found[right].exercise, found[right].side) == (new, side)
    assert found[right].rest_ms == sets[right].rest_ms
    assert found[right + 1] == sets[right + 1]


def test_the_first_set_of_a_new_exercise_leaves_time_to_set_it_up(
    library: Library, sets: tuple[PlannedSet, ...]
) -> None:
    new = library.exercises["seated_calf_loaded"]
    found = swapped(sets, 0, "one_leg_calf_raise", new)
    leads = [planned.lead_ms for planned in found if planned.exercise == new.id]
    assert leads == [seconds(18), seconds(10)]


def test_a_hold_may_stand_in_for_reps_with_its_own_load(
    library: Library, sets: tuple[PlannedSet, ...]
) -> None:
    load = Load.of(12)
    new = library.exercises["suitcase_carry"]
    found = swapped(sets, 0, "bent_over_row", new, load=load)
    carry = found[first_of(found, new.id)]
    assert (carry.measure, carry.tempo, carry.target) == (Measure.HOLD, None, 20)
    assert carry.load == load


def test_warm_up_moves_are_never_swapped(library: Library, sets: tuple[PlannedSet, ...]) -> None:
    assert swapped(sets, 0, sets[0].exercise, library.exercises["bw_squat"]) == sets
