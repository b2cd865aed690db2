"""The time model: order of sets, rests by class and format, seconds of a set."""

from __future__ import annotations

import pytest

from engine.library.model import Experience, Library
from engine.plan.workout.timing import INTRO, Dose, Pace, main_ms, set_ms, turns
from engine.units import seconds

BEGINNER, INTERMEDIATE, ADVANCED = Experience


def doses(library: Library, *sets: tuple[str, int]) -> tuple[Dose, ...]:
    return tuple(Dose(library.exercises[id], count) for id, count in sets)


def order(library: Library, pace: Pace, *sets: tuple[str, int]) -> list[tuple[str, int, int]]:
    found = turns(doses(library, *sets), pace)
    return [(turn.exercise.id, turn.number, turn.pause // 1000) for turn in found]


def test_a_set_takes_the_middle_of_its_range_rounded_up(library: Library) -> None:
    assert set_ms(library.exercises["bw_squat"]) == seconds(13 * 5)
    assert set_ms(library.exercises["forearm_plank"]) == seconds(33)
    assert set_ms(library.exercises["pogo_low"]) == seconds(18)


def test_a_one_sided_set_takes_both_sides_and_a_switch(library: Library) -> None:
    assert set_ms(library.exercises["split_squat"]) == seconds(10 * 4 * 2 + 5)
    assert set_ms(library.exercises["side_plank"]) == seconds(30 * 2 + 5)


def test_a_circuit_goes_round_by_round(library: Library) -> None:
    pace = Pace.of(20, BEGINNER, None)
    found = order(library, pace, ("bw_squat", 3), ("forearm_plank", 2), ("wall_push_up", 2))
    assert found == [
        ("bw_squat", 1, 15),
        ("forearm_plank", 1, 15),
        ("wall_push_up", 1, 45),
        ("bw_squat", 2, 15),
        ("forearm_plank", 2, 15),
        ("wall_push_up", 2, 45),
        ("bw_squat", 3, 45),
    ]


def test_pairs_alternate_and_a_single_one_rests_after_each_set(library: Library) -> None:
    pace = Pace.of(30, BEGINNER, None)
    found = order(library, pace, ("bw_squat", 2), ("forearm_plank", 2), ("wall_push_up", 2))
    assert found == [
        ("bw_squat", 1, 20),
        ("forearm_plank", 1, 60),
        ("bw_squat", 2, 20),
        ("forearm_plank", 2, 60),
        ("wall_push_up", 1, 60),
        ("wall_push_up", 2, 60),
    ]


def test_straight_sets_go_from_big_to_small_and_rest_by_class(library: Library) -> None:
    pace = Pace.of(45, BEGINNER, None)
    found = order(library, pace, ("forearm_plank", 1), ("wall_push_up", 1), ("bw_squat", 2))
    assert found == [
        ("bw_squat", 1, 90),
        ("bw_squat", 2, 90),
        ("wall_push_up", 1, 60),
        ("forearm_plank", 1, 45),
    ]


def test_one_sided_straight_sets_rest_two_thirds(library: Library) -> None:
    pace = Pace.of(45, BEGINNER, None)
    found = order(library, pace, ("split_squat", 1), ("one_leg_calf_raise", 1), ("side_plank", 1))
    assert [pause for _, _, pause in found] == [60, 40, 30]


@pytest.mark.parametrize(
    ("exercise", "experience", "rest"),
    [
        ("barbell_squat", ADVANCED, 150),
        ("barbell_squat", INTERMEDIATE, 90),
        ("goblet_squat", ADVANCED, 90),
        ("rear_foot_raised_split_squat", ADVANCED, 100),
        ("one_leg_rdl_loaded", ADVANCED, 100),
        ("pull_up", ADVANCED, 60),
    ],
)
def test_the_advanced_rest_long_after_few_heavy_reps(
    library: Library, exercise: str, experience: Experience, rest: int
) -> None:
    pace = Pace.of(45, experience, None)
    assert pace.rest_after(library.exercises[exercise]) == seconds(rest)


@pytest.mark.parametrize(
    ("minutes", "change", "rest"), [(15, 30, 45), (20, 30, 60), (30, 20, 90), (45, 0, 120)]
)
def test_from_sixty_five_years_rests_are_longer(
    library: Library, minutes: int, change: int, rest: int
) -> None:
    older, younger = (Pace.of(minutes, BEGINNER, age) for age in (65, 64))
    squat = library.exercises["bw_squat"]
    assert (older.change, older.rest_after(squat)) == (seconds(change), seconds(rest))
    assert younger.rest_after(squat) < older.rest_after(squat)


def test_a_session_is_intros_sets_and_the_pauses_between(library: Library) -> None:
    pair = doses(library, ("bw_squat", 2), ("forearm_plank", 1))
    pauses = 15 + 45
    assert main_ms(pair, Pace.of(20, BEGINNER, None)) == seconds(20 + 65 * 2 + 33 + pauses)


def test_no_exercises_take_no_time() -> None:
    assert main_ms((), Pace.of(20, BEGINNER, None)) == 0


@pytest.mark.parametrize("minutes", [15, 20, 30, 45, 60])
@pytest.mark.parametrize("age", [None, 70])
@pytest.mark.parametrize("sets", [(2, 2, 2, 2), (3, 2, 2, 1), (5, 1, 4, 2), (3,), ()])
def test_a_main_block_lasts_as_long_as_its_turns(
    library: Library, minutes: int, age: int | None, sets: tuple[int, ...]
) -> None:
    ids = ("split_squat", "push_up", "forearm_plank", "barbell_squat")
    doses = tuple(Dose(library.exercises[id], n) for id, n in zip(ids, sets, strict=False))
    pace = Pace.of(minutes, Experience.ADVANCED, age)
    order = turns(doses, pace)
    one_by_one = sum(set_ms(turn.exercise) + turn.pause for turn in order)
    last = order[-1].pause if order else 0
    assert main_ms(doses, pace) == one_by_one - last + INTRO * len(doses)
