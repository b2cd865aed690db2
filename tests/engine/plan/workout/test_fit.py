"""How sessions grow and shrink with the minutes there are."""

from __future__ import annotations

import pytest

from engine.library.model import Exercise, Experience, Library
from engine.plan.workout.fit import Cap, fitted, most_sets, shortened
from engine.plan.workout.timing import Dose, Pace, main_ms
from engine.units import MINUTE, Ms

BEGINNER, INTERMEDIATE, ADVANCED = Experience
FOUR = ("bw_squat", "back_extension", "calf_raise_two", "forearm_plank")


def named(library: Library, *ids: str) -> tuple[Exercise, ...]:
    return tuple(library.exercises[id] for id in ids)


def counts(doses: tuple[Dose, ...]) -> list[int]:
    return [dose.sets for dose in doses]


def test_third_sets_are_added_in_order_of_priority_until_one_does_not_fit(
    library: Library,
) -> None:
    pace, four = Pace.of(15, BEGINNER, None), named(library, *FOUR)
    two_threes = tuple(Dose(e, 3 if index < 2 else 2) for index, e in enumerate(four))
    room = main_ms(two_threes, pace)
    assert counts(fitted(four, pace, room, Cap(3))) == [3, 3, 2, 2]
    assert counts(fitted(four, pace, Ms(room - 1), Cap(3))) == [3, 2, 2, 2]


def test_in_pairs_both_of_a_pair_get_their_third_set_or_neither(library: Library) -> None:
    pace, four = Pace.of(30, BEGINNER, None), named(library, *FOUR)
    first_pair = tuple(Dose(e, 3 if index < 2 else 2) for index, e in enumerate(four))
    room = main_ms(first_pair, pace)
    assert counts(fitted(four, pace, room, Cap(3))) == [3, 3, 2, 2]
    assert counts(fitted(four, pace, Ms(room - 1), Cap(3))) == [2, 2, 2, 2]


def test_the_least_important_exercise_goes_first(library: Library) -> None:
    pace, four = Pace.of(15, BEGINNER, None), named(library, *FOUR)
    room = main_ms(tuple(Dose(e, 2) for e in four), pace)
    assert [d.exercise.id for d in fitted(four, pace, Ms(room - 1), Cap(2))] == list(FOUR[:3])


def test_a_cap_of_two_sets_holds_however_much_time_is_left(library: Library) -> None:
    pace = Pace.of(60, BEGINNER, None)
    assert counts(fitted(named(library, *FOUR), pace, Ms(60 * MINUTE), Cap(2))) == [2, 2, 2, 2]


def test_shortening_keeps_three_exercises_as_long_as_second_sets_can_go(library: Library) -> None:
    doses = tuple(
        Dose(e, sets) for e, sets in zip(named(library, *FOUR), (3, 3, 2, 2), strict=True)
    )
    steps = []
    while (shorter := shortened(doses)) != doses:
        doses = shorter
        steps.append(counts(doses))
    assert steps == [
        *([3, 2, 2, 2], [2, 2, 2, 2], [2, 2, 2]),
        *([2, 2, 1], [2, 1, 1], [1, 1, 1], [1, 1], [1]),
    ]


def test_nothing_cannot_be_shortened() -> None:
    assert shortened(()) == ()


@pytest.mark.parametrize(
    ("experience", "age", "week", "first", "most"),
    [
        (BEGINNER, None, 2, False, 2),
        (BEGINNER, None, 3, False, 3),
        (INTERMEDIATE, None, 1, False, 3),
        (INTERMEDIATE, 65, 4, False, 2),
        (INTERMEDIATE, 65, 5, False, 3),
        (ADVANCED, 64, 1, False, 3),
        (ADVANCED, None, 9, True, 2),
    ],
)
def test_newcomers_and_the_older_begin_with_two_sets(
    experience: Experience, age: int | None, week: int, first: bool, most: int
) -> None:
    assert most_sets(Pace.of(20, experience, age), week, first) == most
