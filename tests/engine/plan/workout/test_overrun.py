"""What an exercise has earned on top gives way before an exercise does."""

from __future__ import annotations

import pytest

from engine.library.model import Experience, Gear, Library
from engine.plan.model import Focus, Workout
from engine.plan.workout.build import build
from engine.plan.workout.overrun import Aimed, lightened
from engine.plan.workout.prescribe import Aim
from engine.plan.workout.timing import Dose, planned_ms
from engine.plan.workout.wish import SETTLED_FROM, Wish
from engine.units import MINUTE

KIT = frozenset({Gear.DUMBBELL, Gear.STEP})


def built(library: Library, minutes: int, *, sets: int = 0, slower: int = 0) -> Workout:
    """Everything at the top of its range, with so much earned on top of it."""
    aims = tuple(
        (e.id, Aim(e.high, more_sets=sets, slower_s=slower)) for e in library.exercises.values()
    )
    level, week = Experience.INTERMEDIATE, SETTLED_FROM
    wish = Wish(level, Focus.FULL, minutes, KIT, kind="A", week=week, aims=aims)
    return build(library, wish).workout


@pytest.mark.parametrize("minutes", [15, 20, 30, 45, 60])
@pytest.mark.parametrize(("sets", "slower"), [(2, 0), (0, 2), (2, 2)])
def test_no_exercise_goes_for_what_others_have_earned(
    library: Library, minutes: int, sets: int, slower: int
) -> None:
    plain, earned = built(library, minutes), built(library, minutes, sets=sets, slower=slower)
    assert earned.exercises == plain.exercises
    assert all(n >= plain.sets_by_exercise[id] for id, n in earned.sets_by_exercise.items())
    assert planned_ms(earned.sets) <= minutes * MINUTE


def test_added_sets_give_way_first_and_then_slow_lowerings_from_the_last_exercise_on(
    library: Library,
) -> None:
    squat, row = library.exercises["goblet_squat"], library.exercises["bent_over_row"]
    doses = (Dose(squat, 3), Dose(row, 3))
    aims: Aimed = (
        (squat.id, Aim(8, more_sets=1, slower_s=1)),
        (row.id, Aim(8, more_sets=1, slower_s=2)),
    )
    steps = []
    while (less := lightened(aims, doses)) != aims:
        aims = less
        steps.append([(aim.more_sets, aim.slower_s) for _, aim in aims])
    assert steps == [
        [(1, 1), (0, 2)],
        [(0, 1), (0, 2)],
        [(0, 1), (0, 0)],
        [(0, 0), (0, 0)],
    ]


def test_what_is_not_in_the_session_gives_nothing_away(library: Library) -> None:
    squat = library.exercises["goblet_squat"]
    aims = (("bent_over_row", Aim(8, more_sets=1, slower_s=1)),)
    assert lightened(aims, (Dose(squat, 3),)) == aims
