"""The built-in workouts: every level's full, legs and core session at every length, by name."""

from __future__ import annotations

import pytest

from engine.library.model import Experience, Gear, Library
from engine.plan.model import Focus
from engine.plan.workout.builtin import BUILTIN_IDS, builtin
from engine.plan.workout.templates import KITS
from engine.plan.workout.timing import planned_ms
from engine.units import MINUTE


def test_there_are_nine_at_each_of_four_lengths() -> None:
    assert len(set(BUILTIN_IDS)) == 9 * 4
    assert BUILTIN_IDS[0] == "beginner-full-15"
    assert "advanced-core-45" in BUILTIN_IDS


@pytest.mark.parametrize("id", BUILTIN_IDS)
def test_each_fits_its_name(library: Library, id: str) -> None:
    workout = builtin(library, id)
    experience, focus, minutes = id.split("-")
    assert workout.id == id
    assert (workout.experience, workout.focus) == (Experience(experience), Focus(focus))
    assert planned_ms(workout.sets) <= int(minutes) * MINUTE
    assert workout.gear == KITS[workout.experience]
    assert len(workout.exercises) >= 3


def test_a_newcomers_full_body_session_begins_with_squats(library: Library) -> None:
    assert builtin(library, "beginner-full-20").exercises == (
        *("bw_squat", "back_extension", "calf_raise_two", "forearm_plank", "hip_hinge_drill"),
    )


def test_other_gear_changes_the_exercises(library: Library) -> None:
    hotel = builtin(library, "intermediate-legs-20", gear=frozenset())
    assert hotel.gear == frozenset()
    assert hotel.exercises[0] == "slow_squat"
    banded = builtin(library, "intermediate-legs-20", gear=frozenset({Gear.BAND}))
    assert banded.exercises[0] == "band_squat"


def test_later_weeks_bring_third_sets(library: Library) -> None:
    early, later = (builtin(library, "beginner-full-20", week=week) for week in (1, 5))
    assert len(later.sets) > len(early.sets)


def test_an_unknown_name_is_an_error(library: Library) -> None:
    with pytest.raises(KeyError):
        builtin(library, "beginner-yoga-20")
