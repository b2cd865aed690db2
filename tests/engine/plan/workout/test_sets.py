"""The flat list of main sets: doses, sides, lead-ins, and rests that add up to the model's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.library.model import Experience, Library, Measure
from engine.plan.model import PlannedSet, RestKind
from engine.plan.workout.prescribe import Aim, Aims, main_sets, rir_for
from engine.plan.workout.timing import Dose, Pace, turns
from engine.units import Basis, Load, Side, seconds

BEGINNER, INTERMEDIATE, ADVANCED = Experience
PLAIN = Aims({}, rir=3)


def planned(
    library: Library, minutes: int, *sets: tuple[str, int], aims: Aims = PLAIN
) -> tuple[PlannedSet, ...]:
    doses = tuple(Dose(library.exercises[id], count) for id, count in sets)
    return main_sets(turns(doses, Pace.of(minutes, BEGINNER, None)), aims)


def times(sets: tuple[PlannedSet, ...]) -> list[tuple[int, int, str]]:
    return [(s.lead_ms // 1000, s.rest_ms // 1000, s.rest_kind.value) for s in sets]


def test_a_new_exercise_starts_at_the_low_end_of_its_range(library: Library) -> None:
    (squat,) = planned(library, 15, ("bw_squat", 1))
    assert (squat.low, squat.target, squat.high) == (10, 10, 15)
    assert squat.work_ms == seconds(50)


@pytest.mark.parametrize(("saved", "target"), [(12, 12), (3, 10), (99, 15)])
def test_a_saved_target_is_kept_inside_the_range(library: Library, saved: int, target: int) -> None:
    aims = Aims({"bw_squat": Aim(saved)}, rir=3)
    (squat,) = planned(library, 15, ("bw_squat", 1), aims=aims)
    assert squat.target == target


def test_only_what_can_be_loaded_carries_a_saved_load(library: Library) -> None:
    load = Load.of(16, basis=Basis.TOTAL)
    aims = Aims({"goblet_squat": Aim(load=load), "bw_squat": Aim(load=load)}, rir=3)
    goblet, bare = planned(library, 15, ("goblet_squat", 1), ("bw_squat", 1), aims=aims)
    assert (goblet.load, goblet.loadable) == (load, True)
    assert (bare.load, bare.loadable) == (None, False)


def test_a_one_sided_set_is_left_then_right_with_a_switch_between(library: Library) -> None:
    left, right, _ = planned(library, 20, ("split_squat", 1), ("bw_squat", 1))
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
    assert (left.number, right.number, left.of) == (1, 1, 1)
    assert (left.rest_ms, left.rest_kind) == (0, RestKind.SWITCH)
    assert right.lead_ms == seconds(5)
    assert right.rest_kind is RestKind.CHANGE


def test_holds_have_no_tempo_and_count_seconds(library: Library) -> None:
    (plank,) = planned(library, 15, ("forearm_plank", 1))
    assert (plank.measure, plank.tempo, plank.side) == (Measure.HOLD, None, None)
    assert plank.work_ms == seconds(20)


def test_in_a_circuit_rest_and_lead_in_share_the_change_and_its_intro(library: Library) -> None:
    # Set-ups: squat 5 s, plank 10 s. Changes 15 s, round rest 45 s, intro 10 s.
    found = planned(library, 20, ("bw_squat", 2), ("forearm_plank", 2))
    assert times(found) == [
        (8, 15 + 10 - 13, "change"),
        (13, 45 - 8, "rest"),
        (8, 15 - 10, "change"),
        (10, 5, "change"),
    ]


def test_straight_sets_begin_again_from_where_the_athlete_is(library: Library) -> None:
    found = planned(library, 45, ("bw_squat", 2), ("forearm_plank", 2))
    assert times(found) == [
        (8, 90 - 5, "rest"),
        (5, 90 + 10 - 13, "rest"),
        (13, 45 - 5, "rest"),
        (5, 5, "change"),
    ]


def test_changes_within_a_pair_are_no_rest_even_with_an_intro(library: Library) -> None:
    found = planned(library, 30, ("bw_squat", 1), ("forearm_plank", 1), ("wall_push_up", 1))
    assert [kind for _, _, kind in times(found)] == ["change", "rest", "change"]


def test_a_long_set_up_never_eats_the_whole_rest(library: Library) -> None:
    slow = replace(library.exercises["seated_calf_loaded"], set_up_ms=seconds(40))
    doses = (Dose(library.exercises["bw_squat"], 1), Dose(slow, 1))
    squat, calf = main_sets(turns(doses, Pace.of(15, BEGINNER, None)), PLAIN)
    assert (squat.rest_ms, calf.lead_ms) == (seconds(5), seconds(43))


@pytest.mark.parametrize(
    ("experience", "week", "first", "rir"),
    [
        (ADVANCED, 1, False, 4),
        (BEGINNER, 2, False, 4),
        (BEGINNER, 3, False, 3),
        (INTERMEDIATE, 3, False, 2),
        (ADVANCED, 3, False, 2),
        (ADVANCED, 9, True, 4),
    ],
)
def test_the_first_weeks_keep_four_reps_in_reserve(
    experience: Experience, week: int, first: bool, rir: int
) -> None:
    assert rir_for(experience, week, first) == rir
